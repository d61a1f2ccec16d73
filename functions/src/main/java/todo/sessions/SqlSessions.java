package todo.sessions;

import static todo.database.Permission.END_SESSION;
import static todo.database.Permission.END_SESSIONS;
import static todo.database.Permission.LIST_SESSIONS;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.Query;
import todo.database.Guard;
import todo.database.GuardedStatement;
import todo.http.Caller;

public final class SqlSessions implements Sessions {
    /// More than anyone looks through, and few enough for one answer.
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

    private static final GuardedStatement END = Guard.behind(END_SESSION, """
            result as (
                delete from sessions using admitted, users
                where sessions.id = :id and sessions.user_id = admitted.id and users.id = admitted.id
                  and epoch = session_epoch and expires_at > now()
                returning sessions.user_id
            ), audited as (
                insert into audit_events (event, actor_id, user_id, ip, request_id)
                select 'session_end', user_id, user_id, :ip, :request from result
            )""").changingSession();

    /// The new epoch comes first, so that a log-in which is about to commit is waited for.
    private static final GuardedStatement END_ALL =
            Guard.behind(END_SESSIONS, """
            epoch as (
                update users set session_epoch = session_epoch + 1 from admitted where users.id = admitted.id
                returning users.id
            ), ended as (
                delete from sessions using epoch where sessions.user_id = epoch.id
                returning sessions.id
            ), audited as (
                insert into audit_events (event, actor_id, user_id, ip, request_id)
                select 'sessions_end', id, id, :ip, :request from epoch
            ), result as (
                select id, (select count(*) from ended) from epoch
            )""").changingSession();

    private final Guard guard;

    public SqlSessions(Guard guard) {
        this.guard = guard;
    }

    @Override
    public List<Session> list(Caller caller) {
        return guard.repeatable(caller, LIST, UnaryOperator.identity(), new SqlSessionRow(1));
    }

    @Override
    public boolean end(Caller caller, UUID id) {
        return !ended(caller, END, query -> query.bind("id", id)).isEmpty();
    }

    @Override
    public void endAll(Caller caller) {
        ended(caller, END_ALL, UnaryOperator.identity());
    }

    private List<UUID> ended(Caller caller, GuardedStatement statement, UnaryOperator<Query> bindings) {
        return guard.once(caller, statement, bindings, (row, _) -> row.getObject(1, UUID.class));
    }
}
