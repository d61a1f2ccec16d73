package todo.profile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import todo.database.Guard;
import todo.database.GuardedStatement;
import todo.database.Permission;
import todo.database.RateLimit;
import todo.database.RateLimit.Left;
import todo.database.Taken;
import todo.http.Caller;
import todo.http.ErrorCode;
import todo.http.Problem;
import todo.http.Violation;
import todo.passwords.Attempt;
import todo.passwords.SqlAttempts;
import todo.users.SqlUserRow;
import todo.users.User;

public final class SqlProfiles implements Profiles {
    /// Whoever could change them without end could find out which are taken.
    static final RateLimit NAME_CHANGES = new RateLimit("names", 10, Duration.ofHours(1));

    /// A hash keeps a processor busy: nobody makes them without end.
    static final RateLimit PASSWORD_CHECKS = RateLimit.perMinute("password", 10);

    private final Guard guard;
    private final SqlAttempts attempts;

    public SqlProfiles(Guard guard, SqlAttempts attempts) {
        this.guard = guard;
        this.attempts = attempts;
    }

    @Override
    public User find(Caller caller) {
        return guard.repeatable(caller, SqlProfileStatements.FIND, UnaryOperator.identity(), new SqlUserRow(1))
                .getFirst();
    }

    @Override
    public User change(
            Permission permission, Caller caller, ProfileChange change, Optional<Reauthenticated> confirmed) {
        var statement = Guard.behind(permission, SqlProfileStatements.CHANGE);
        try {
            return ask(
                    caller,
                    confirmed.isPresent() ? statement.uncounted() : statement,
                    confirmed.map(Reauthenticated::attempt).orElse(null),
                    query -> bind(NAME_CHANGES.bind(query, caller.id()), change),
                    SqlProfiles::changed);
        } catch (Taken taken) {
            confirmed.map(Reauthenticated::attempt).ifPresent(attempts::forgive);
            throw Problem.of(
                    taken.constraint().equals("users_email") ? ErrorCode.EMAIL_TAKEN : ErrorCode.USERNAME_TAKEN);
        }
    }

    @Override
    public void changePassword(Caller caller, Reauthenticated confirmed, String hash) {
        ask(
                caller,
                SqlProfileStatements.CHANGE_PASSWORD_AND_SESSIONS,
                confirmed.attempt(),
                query -> query.bind("hash", hash),
                (row, _) -> row.getObject(1, UUID.class));
    }

    @Override
    public void delete(Caller caller, Reauthenticated confirmed) {
        var lastAdmin = ask(
                caller,
                SqlProfileStatements.DELETE,
                confirmed.attempt(),
                query -> query.bind("windows", new UUID[] {
                    caller.id(), NAME_CHANGES.subject(caller.id()), PASSWORD_CHECKS.subject(caller.id())
                }),
                (row, _) -> row.getBoolean(2));
        if (lastAdmin) {
            throw Problem.of(ErrorCode.LAST_ADMIN);
        }
    }

    private static Query bind(Query query, ProfileChange change) {
        return query.bind("email", change.email())
                .bind("username", change.username())
                .bind("clearsUsername", change.clearsUsername())
                .bind("name", change.name())
                .bind("firstName", change.firstName())
                .bind("clearsFirstName", change.clearsFirstName())
                .bind("lastName", change.lastName())
                .bind("clearsLastName", change.clearsLastName());
    }

    private <T> T ask(
            Caller caller,
            GuardedStatement statement,
            @Nullable Attempt attempt,
            UnaryOperator<Query> bindings,
            RowMapper<T> mapper) {
        return guard
                .once(
                        caller,
                        statement,
                        query -> bindings.apply(query)
                                .bind("key", attempt == null ? null : attempt.key())
                                .bind("passwordChangedAt", attempt == null ? null : attempt.passwordChangedAt()),
                        mapper)
                .stream()
                .findFirst()
                .orElseThrow(() -> attempt == null ? Problem.unauthenticated(true) : Problem.invalidCredentials());
    }

    private static User changed(ResultSet row, StatementContext context) throws SQLException {
        if (row.getObject(7) != null) {
            return new SqlUserRow(7).map(row, context);
        }
        var violations = violations(row.getBoolean(2), row.getBoolean(3), row.getBoolean(4));
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
        NAME_CHANGES.refuseIfNoneLeft(Left.read(row));
        throw Problem.of(row.getBoolean(5) ? ErrorCode.EMAIL_TAKEN : ErrorCode.USERNAME_TAKEN);
    }

    private static List<Violation> violations(boolean firstMissing, boolean lastMissing, boolean passwordMissing) {
        var violations = new ArrayList<Violation>();
        if (firstMissing && !lastMissing) {
            violations.add(new Violation("first_name", "REQUIRED", "First name is required together with last_name"));
        }
        if (lastMissing && !firstMissing) {
            violations.add(new Violation("last_name", "REQUIRED", "Last name is required together with first_name"));
        }
        if (passwordMissing) {
            violations.add(
                    new Violation("current_password", "REQUIRED", "Current password is required to change the email"));
        }
        return violations;
    }
}
