package todo.sessions;

import static todo.access.Permission.END_SESSION;
import static todo.access.Permission.END_SESSIONS;
import static todo.access.Permission.LIST_SESSIONS;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.Query;
import todo.access.Caller;
import todo.access.Guard;
import todo.access.GuardedStatement;
import todo.audit.SqlAudit;

/// The caller's own sessions. Each method is one guarded statement.
public final class SqlSessions {
    private static final int MOST_LISTED = 500;

    private static final GuardedStatement LIST = Guard.behind(
                    LIST_SESSIONS, """
                    result as (
                        select %s
                        from admitted join users using (id) join sessions on sessions.user_id = users.id
                        where epoch = session_epoch and expires_at > now()
                        order by last_used_at desc, sessions.id desc
                        limit %d
                    )""".formatted(SqlSessionRow.COLUMNS, MOST_LISTED))
            .orderedBy("last_used_at desc, id desc");

    private static final GuardedStatement END = Guard.behind(
                    END_SESSION, """
            result as (
                delete from sessions using admitted, users
                where sessions.id = :id and sessions.user_id = admitted.id and users.id = admitted.id
                  and epoch = session_epoch and expires_at > now()
                returning sessions.user_id
            ), %s""".formatted(SqlAudit.audited("session_end", "user_id", "result")))
            .changingSession();

    /// Updates the user first, so that the statement waits for a concurrent log-in, whose session belongs to
    /// the old epoch.
    private static final GuardedStatement END_ALL = Guard.behind(
                    END_SESSIONS, """
            epoch as (
                update users set session_epoch = session_epoch + 1 from admitted where users.id = admitted.id
                returning users.id
            ), ended as (
                delete from sessions using epoch where sessions.user_id = epoch.id
                returning sessions.id
            ), %s, result as (
                select id, (select count(*) from ended) from epoch
            )""".formatted(SqlAudit.audited("sessions_end", "id", "epoch")))
            .changingSession();

    private final Guard guard;

    @Inject
    public SqlSessions(Guard guard) {
        this.guard = guard;
    }

    /// Returns the live sessions, the one used last first, at most 500.
    public List<Session> list(Caller caller) {
        return guard.repeatable(caller, LIST, UnaryOperator.identity(), new SqlSessionRow(1));
    }

    /// Ends a session of the caller.
    ///
    /// @return false if the caller has no such live session
    public boolean end(Caller caller, UUID id) {
        return !ended(caller, END, query -> query.bind("id", id)).isEmpty();
    }

    /// Ends all sessions of the caller.
    public void endAll(Caller caller) {
        ended(caller, END_ALL, UnaryOperator.identity());
    }

    private List<UUID> ended(Caller caller, GuardedStatement statement, UnaryOperator<Query> bindings) {
        return guard.once(caller, statement, bindings, (row, _) -> row.getObject(1, UUID.class));
    }
}
