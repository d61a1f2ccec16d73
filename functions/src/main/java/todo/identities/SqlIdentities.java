package todo.identities;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import todo.access.Caller;
import todo.access.Guard;
import todo.access.RateLimit;
import todo.access.RateLimit.Usage;
import todo.database.DatabaseException.UniqueViolation;
import todo.identities.LinkResult.AlreadyLinked;
import todo.identities.LinkResult.Linked;
import todo.identities.LinkResult.Taken;
import todo.providers.ExternalAccount;
import todo.users.Profile;

/// The identities of the caller's account. Each method is one guarded statement.
public final class SqlIdentities {
    /// Limits how often a user can make this API call a provider.
    public static final RateLimit LIMIT = new RateLimit("identities", 10, Duration.ofMinutes(1));

    private final Guard guard;

    @Inject
    public SqlIdentities(Guard guard) {
        this.guard = guard;
    }

    /// Returns the caller's ways to sign in, or empty if the account has just been deleted.
    Optional<Identities> list(Caller caller) {
        var rows = guard.repeatable(caller, SqlIdentityStatements.LIST, UnaryOperator.identity(), Row::read);
        return rows.stream()
                .findFirst()
                .map(first -> new Identities(
                        rows.stream()
                                .map(Row::identity)
                                .filter(Objects::nonNull)
                                .toList(),
                        first.flag()));
    }

    /// Admits a request to link an identity, before the provider is called.
    ///
    /// @throws todo.access.AccessRefused.RateLimited if there were too many
    void admit(Caller caller) {
        guard.once(
                        caller,
                        SqlIdentityStatements.ADMIT,
                        query -> LIMIT.bind(query, caller.id()),
                        (row, _) -> Usage.read(row))
                .getFirst()
                .refuseIfExceeded();
    }

    /// Links an identity. If another request links the same one at the same time, a second execution sees it.
    LinkResult link(Caller caller, ExternalAccount account) {
        try {
            return insert(caller, account);
        } catch (UniqueViolation _) {
            return insert(caller, account);
        }
    }

    private LinkResult insert(Caller caller, ExternalAccount account) {
        var row = guard.once(
                        caller,
                        SqlIdentityStatements.LINK,
                        query -> query.bind("issuer", account.issuer())
                                .bind("subject", account.subject())
                                .bind("provider", account.provider())
                                .bind(
                                        "email",
                                        account.profile().map(Profile::email).orElse(null)),
                        Row::read)
                .getFirst();
        if (row.identity() == null) {
            return new Taken();
        }
        return row.flag() ? new Linked(row.identity()) : new AlreadyLinked(row.identity());
    }

    /// Unlinks the identity of this provider, unless it is the last way to sign in.
    Unlinking unlink(Caller caller, String provider) {
        return guard
                .once(
                        caller,
                        SqlIdentityStatements.UNLINK,
                        query -> query.bind("provider", provider),
                        (row, _) -> unlinking(row))
                .stream()
                .findFirst()
                .orElse(Unlinking.NOT_FOUND);
    }

    private static Unlinking unlinking(ResultSet row) throws SQLException {
        if (row.getBoolean("is_unlinked")) {
            return Unlinking.UNLINKED;
        }
        return row.getBoolean("is_found") ? Unlinking.LAST_SIGN_IN_METHOD : Unlinking.NOT_FOUND;
    }

    /// @param flag the statement's second column
    private record Row(boolean flag, @Nullable LinkedIdentity identity) {
        static Row read(ResultSet row, StatementContext context) throws SQLException {
            return new Row(
                    row.getBoolean(2), row.getObject(3) == null ? null : new SqlIdentityRow(3).map(row, context));
        }
    }
}
