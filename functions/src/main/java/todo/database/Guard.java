package todo.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import todo.http.Caller;
import todo.http.ErrorCode;
import todo.http.Problem;
import todo.http.Trace;

/// Stands before the work of every authenticated operation, in the same statement: a live session, an active
/// user, a place in the rate limit, a role that may. So a revocation holds from the next statement on, nothing
/// changes between the check and the work, and both cost one round trip.
public final class Guard {
    private static final String SUBJECT = """
            with subject as (
                select users.id, users.role
                from sessions join users on users.id = sessions.user_id
                where sessions.id = :session and users.id = :caller and expires_at > now() and is_active
                  and epoch = session_epoch
            """;

    private static final String ADMITTED = """
            ), used as (
                update sessions set last_used_at = now()
                where id = :session and last_used_at < now() - interval '1 minute' and exists (select from subject)
            ), %s, permitted as (
                select id from subject
                where id = :owner and role = any(:onOwn::role[]) or role = any(:onOthers::role[])
            ), admitted as (
                select permitted.id from permitted, quota where quota.admitted
            ),
            """.formatted(RateLimit.COUNTED);

    private static final String VERDICT = """

            select result.*, quota.*,
                   exists (select from subject) as alive,
                   exists (select from permitted) as permitted
            from quota left join result on true""";

    private final Database database;
    private final RateLimit limit;

    public Guard(Database database, RateLimit limit) {
        this.database = database;
        this.limit = limit;
    }

    /// The statement that does `work` behind the guard. `work` is common table expressions, the last of them
    /// `result`; it takes rows only from `admitted`, which has one row if the caller may, and the first column of
    /// `result` is never null.
    public static Guarded behind(Permission permission, String work) {
        return guarded(permission, "", work);
    }

    /// The same for work that writes what is the caller's. The account is held from the first to the last: a deletion,
    /// which begins with the account, comes before all of it or after, and the two never wait for each other.
    public static Guarded holding(Permission permission, String work) {
        return guarded(permission, "for key share of users", work);
    }

    private static Guarded guarded(Permission permission, String lock, String work) {
        return new Guarded(permission, SUBJECT + lock + ADMITTED + work + VERDICT, true);
    }

    /// As [Database#repeatable], for `caller`.
    public <T> List<T> repeatable(
            Caller caller, Guarded statement, UnaryOperator<Query> bindings, RowMapper<T> mapper) {
        return database.repeatable(
                statement.sql(),
                query -> admitted(bind(query, caller, statement, bindings), caller, statement, mapper));
    }

    /// As [Database#once], for `caller`.
    public <T> List<T> once(Caller caller, Guarded statement, UnaryOperator<Query> bindings, RowMapper<T> mapper) {
        return database.once(
                statement.sql(),
                query -> admitted(bind(query, caller, statement, bindings), caller, statement, mapper));
    }

    private Query bind(Query query, Caller caller, Guarded statement, UnaryOperator<Query> bindings) {
        var bound = limitOf(statement)
                .bind(query, caller.id().toString())
                .bind("session", caller.session())
                .bind("caller", caller.id())
                .bind("owner", caller.owner())
                .bind("ip", caller.client().ip())
                .bind("request", caller.client().requestId())
                .bind("onOwn", statement.permission().onOwn())
                .bind("onOthers", statement.permission().onOthers());
        return bindings.apply(bound);
    }

    private <T> List<T> admitted(Query query, Caller caller, Guarded statement, RowMapper<T> mapper) {
        return query.scanResultSet((rows, context) -> {
            try (var open = rows.get()) {
                open.next();
                judge(open, caller, statement);
                return mapped(open, context, mapper);
            }
        });
    }

    private void judge(ResultSet row, Caller caller, Guarded statement) throws SQLException {
        if (!row.getBoolean("alive")) {
            throw Problem.unauthenticated(true);
        }
        Trace.current().session(caller.session(), caller.id());
        limitOf(statement).judge(row);
        if (!row.getBoolean("permitted")) {
            throw Problem.of(ErrorCode.FORBIDDEN);
        }
    }

    private RateLimit limitOf(Guarded statement) {
        return statement.counted() ? limit : limit.off();
    }

    private static <T> List<T> mapped(ResultSet rows, StatementContext context, RowMapper<T> mapper)
            throws SQLException {
        var result = new ArrayList<T>();
        do {
            if (rows.getObject(1) != null) {
                result.add(mapper.map(rows, context));
            }
        } while (rows.next());
        return result;
    }
}
