package todo.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import todo.database.Admission.Verdict;
import todo.database.RateLimit.Left;
import todo.http.Caller;
import todo.http.ErrorCode;
import todo.http.Problem;
import todo.http.Trace;

/// Stands before the work of every authenticated operation, in the same statement: the database function `admit` looks
/// for a live session, an active user, room in the rate limit and a role that may. So a revocation holds from the next
/// statement on, nothing changes between the check and the work, and both cost one round trip.
///
/// The request is counted by a common table expression that PostgreSQL executes last, so that the counter's row is
/// locked for a moment only. If it were executed earlier, or another request took the last place meanwhile, the limit
/// would hold all the same: the statement then fails with SQLSTATE TD429, and does nothing.
public final class Guard {
    private static final String ADMISSION = """
            with caller as materialized (
                select * from admit(:session, :caller, :owner, :onOwn::role[], :onOthers::role[],
                                    :cost, :userLimit, :touchesSession, :readsTasks, :ip, :request)
            ), admitted as (
                select :caller::uuid as id from caller where verdict = 'ADMITTED'
            ), counted as (
                insert into rate_windows as w (subject, newest, counts)
                select :caller, current_step(:userStep), first_count(:cost)
                from caller where verdict in ('ADMITTED', 'FORBIDDEN') and :cost > 0 and :userLimit > 0
                on conflict (subject) do update
                set newest = greatest(w.newest, excluded.newest),
                    counts = added(moved(w.counts, (excluded.newest - w.newest) / :userStep), :cost, :userLimit)
            ),
            """;

    private static final String ANSWER = """

            select result.*, verdict, caller.remaining as user_remaining, caller.seconds as user_seconds
            from caller left join result on true""";

    private static final Duration SOON = Duration.ofSeconds(1);

    private final Database database;
    private final RateLimit limit;
    private final FailedRequests failedRequests;

    public Guard(Database database, RateLimit limit) {
        this.database = database;
        this.limit = limit;
        this.failedRequests = new FailedRequests(database, limit);
    }

    /// The statement that does `work` behind the guard. `work` is common table expressions, the last of them
    /// `result`. It takes rows only from `admitted`, which has one row, the caller's `id`, if the caller may, and
    /// none otherwise; the first column of `result` is never null.
    public static GuardedStatement behind(Permission permission, String work) {
        return new GuardedStatement(permission, ADMISSION + work + ANSWER, 1, true);
    }

    /// As [Database#repeatable], for `caller`.
    public <T> List<T> repeatable(
            Caller caller, GuardedStatement statement, UnaryOperator<Query> bindings, RowMapper<T> mapper) {
        return judged(
                caller,
                statement,
                () -> database.repeatable(
                        statement.sql(), query -> read(bind(query, caller, statement, bindings), mapper)));
    }

    /// As [Database#once], for `caller`.
    public <T> List<T> once(
            Caller caller, GuardedStatement statement, UnaryOperator<Query> bindings, RowMapper<T> mapper) {
        return judged(
                caller,
                statement,
                () -> database.once(statement.sql(), query -> read(bind(query, caller, statement, bindings), mapper)));
    }

    private Query bind(Query query, Caller caller, GuardedStatement statement, UnaryOperator<Query> bindings) {
        var bound = query.bind("session", caller.session())
                .bind("caller", caller.id())
                .bind("owner", caller.owner())
                .bind("onOwn", statement.permission().onOwn())
                .bind("onOthers", statement.permission().onOthers())
                .bind("cost", statement.cost())
                .bind("userLimit", limit.limit())
                .bind("userStep", limit.stepSeconds())
                .bind("touchesSession", statement.touchesSession())
                .bind("readsTasks", statement.permission().isReadingTasks())
                .bind("ip", caller.client().ip())
                .bind("request", caller.client().requestId());
        return bindings.apply(bound);
    }

    private static <T> Answer<T> read(Query query, RowMapper<T> mapper) {
        return query.scanResultSet((rows, context) -> {
            try (var open = rows.get()) {
                open.next();
                var admission = Admission.read(open);
                return new Answer<>(admission, mapped(open, context, mapper));
            }
        });
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

    private <T> List<T> judged(Caller caller, GuardedStatement statement, Supplier<Answer<T>> execution) {
        var answer = failedRequests.counted(caller.id(), statement.cost(), execution);
        var admission = answer.admission();
        if (admission.verdict() == Verdict.UNAUTHENTICATED) {
            throw Problem.unauthenticated(true);
        }
        Trace.current().session(caller.session(), caller.id());
        if (admission.verdict() == Verdict.BUSY) {
            throw Problem.until(ErrorCode.RATE_LIMITED, SOON);
        }
        if (statement.cost() > 0) {
            limit.judge(
                    new Left(admission.verdict() != Verdict.RATE_LIMITED, admission.remaining(), admission.seconds()));
        }
        if (admission.verdict() == Verdict.FORBIDDEN) {
            throw Problem.of(ErrorCode.FORBIDDEN);
        }
        return answer.rows();
    }

    private record Answer<T>(Admission admission, List<T> rows) {}
}
