package todo.access;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import todo.access.Admission.Verdict;
import todo.access.RateLimit.Usage;
import todo.database.Database;
import todo.telemetry.Trace;

/// Checks the caller in the statement that does the work of an authenticated operation, so that both take one
/// round trip and nothing can change between them. The database function `admit` checks the session, the user,
/// the rate limit and the permission.
///
/// A statement behind the guard has three parts: the guard's common table expressions, the operation's own, and
/// the guard's final query. [#behind] puts them together and states what the operation's part may use.
///
/// PostgreSQL executes the expression `counted` last, so the counter's row is locked briefly. If a concurrent
/// request takes the last place meanwhile, the statement fails with SQLSTATE TD429 and has no effect.
///
/// Methods throw an [AccessRefused], or what [Database] throws. See `functions/ARCHITECTURE.md`, *The guard*.
public final class Guard {
    private static final String BEFORE_WORK = """
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

    private static final String AFTER_WORK = """

            select result.*, verdict, caller.remaining as user_remaining, caller.seconds as user_seconds
            from caller left join result on true""";

    private static final Duration BUSY_RETRY = Duration.ofSeconds(1);

    private final Database database;
    private final RateLimit limit;
    private final FailedRequests failedRequests;

    public Guard(Database database, RateLimit limit) {
        this.database = database;
        this.limit = limit;
        this.failedRequests = new FailedRequests(database, limit);
    }

    /// Returns a statement that does `work` if the caller is admitted.
    ///
    /// @param work common table expressions without the leading `with`, one of them named `result`. They
    /// can read `admitted`, which has one row with the caller's `id`, or none if the caller is refused; they
    /// must not find or change anything without it. They can use the parameters `:caller`, `:owner`,
    /// `:session`, `:ip` and `:request`. The first column of `result` is never null.
    public static GuardedStatement behind(Permission permission, String work) {
        return new GuardedStatement(permission, BEFORE_WORK + work + AFTER_WORK, 1, true);
    }

    /// Executes a statement that may be executed twice, as [Database#repeatable] does.
    ///
    /// @return the rows of `result`
    public <T> List<T> repeatable(
            Caller caller, GuardedStatement statement, UnaryOperator<Query> bindings, RowMapper<T> mapper) {
        return admitted(
                caller,
                statement,
                () -> database.repeatable(
                        statement.sql(), query -> GuardedRows.read(bind(query, caller, statement, bindings), mapper)));
    }

    /// Executes a statement that must not be executed twice, as [Database#once] does.
    ///
    /// @return the rows of `result`
    public <T> List<T> once(
            Caller caller, GuardedStatement statement, UnaryOperator<Query> bindings, RowMapper<T> mapper) {
        return admitted(
                caller,
                statement,
                () -> database.once(
                        statement.sql(), query -> GuardedRows.read(bind(query, caller, statement, bindings), mapper)));
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

    private <T> List<T> admitted(Caller caller, GuardedStatement statement, Supplier<GuardedRows<T>> execution) {
        var answer = failedRequests.counting(caller.id(), statement.cost(), execution);
        var admission = answer.admission();
        if (admission.verdict() == Verdict.UNAUTHENTICATED) {
            throw new AccessRefused.Unauthenticated();
        }
        Trace.current().session(caller.session(), caller.id());
        if (admission.verdict() == Verdict.BUSY) {
            throw new AccessRefused.RateLimited(BUSY_RETRY);
        }
        if (statement.cost() > 0) {
            limit.enforce(
                    new Usage(admission.verdict() != Verdict.RATE_LIMITED, admission.remaining(), admission.seconds()));
        }
        if (admission.verdict() == Verdict.FORBIDDEN) {
            throw new AccessRefused.Forbidden();
        }
        return answer.rows();
    }
}
