package todo.profile;

import static todo.profile.SqlProfiles.PASSWORD_CHECKS;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.StatementContext;
import todo.database.Guard;
import todo.database.Permission;
import todo.database.RateLimit;
import todo.database.RateLimit.Left;
import todo.http.Caller;
import todo.http.Problem;
import todo.passwords.Passwords;
import todo.passwords.SqlAttempts;
import todo.users.SqlUserRow;

public final class SqlReauthentications implements Reauthentications {
    private static final String RESERVE = """
            quota as materialized (
                %s
            ), account as (
                select users.* from users join admitted using (id)
            ), name as (
                select md5('password ' || id)::uuid as key from admitted, quota where quota.admitted
            ), %s, result as (
                select %s, quota.*, reserved.* from quota join account as users on true left join reserved on true
            )""".formatted(
                    RateLimit.counting(PASSWORD_CHECKS.policy(), "select from admitted"),
                    SqlAttempts.RESERVED,
                    SqlUserRow.COLUMNS);

    private final Guard guard;
    private final SqlAttempts attempts;
    private final Passwords passwords;

    public SqlReauthentications(Guard guard, SqlAttempts attempts, Passwords passwords) {
        this.guard = guard;
        this.attempts = attempts;
        this.passwords = passwords;
    }

    @Override
    public Reauthenticated require(Permission permission, Caller caller, String password) {
        var reserved = guard.once(
                        caller,
                        Guard.behind(permission, RESERVE),
                        query -> attempts.bind(PASSWORD_CHECKS.bind(query, caller.id())),
                        this::reserved)
                .getFirst();
        if (!passwords.match(password, reserved.attempt().hash())) {
            attempts.fail("password_check_failed", reserved.attempt(), caller.id(), caller.client());
            throw Problem.invalidCredentials();
        }
        return reserved;
    }

    @Override
    public void forgive(Reauthenticated confirmed) {
        attempts.forgive(confirmed.attempt());
    }

    private Reauthenticated reserved(ResultSet row, StatementContext context) throws SQLException {
        PASSWORD_CHECKS.refuseIfNoneLeft(Left.read(row));
        return new Reauthenticated(attempts.read(row), new SqlUserRow(1).map(row, context));
    }
}
