package todo.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reads a user's identities from one row, in which each column is an array.
///
/// @param first index of the first of [#COLUMNS]
record SqlIdentityArrays(int first) {
    /// Aggregates of `identities`, in the order in which they are read.
    static final String COLUMNS = """
            array_agg(provider order by provider) as providers, array_agg(issuer order by provider) as issuers,
            array_agg(subject order by provider) as subjects, array_agg(email order by provider) as emails,
            array_agg(created_at order by provider) as linked_at, array_agg(last_used_at order by provider) as used_at""";

    List<ExportedIdentity> read(ResultSet row) throws SQLException {
        if (row.getArray(first) == null) {
            return List.of();
        }
        var providers = (String[]) row.getArray(first).getArray();
        var issuers = (String[]) row.getArray(first + 1).getArray();
        var subjects = (String[]) row.getArray(first + 2).getArray();
        var emails = (@Nullable String[]) row.getArray(first + 3).getArray();
        var linked = (Timestamp[]) row.getArray(first + 4).getArray();
        var used = (@Nullable Timestamp[]) row.getArray(first + 5).getArray();
        return IntStream.range(0, providers.length)
                .mapToObj(each -> new ExportedIdentity(
                        providers[each],
                        issuers[each],
                        subjects[each],
                        emails[each],
                        linked[each].toInstant(),
                        instant(used[each])))
                .toList();
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
