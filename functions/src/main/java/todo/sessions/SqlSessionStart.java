package todo.sessions;

import org.jdbi.v3.core.statement.Query;
import todo.telemetry.Counter;
import todo.telemetry.Trace;
import todo.tokens.NewSession;
import todo.users.User;

/// Starts a session, after registration as after log-in.
public final class SqlSessionStart {
    private SqlSessionStart() {}

    /// Returns the common table expression `session`, which inserts the session.
    ///
    /// @param user the `from` clause of at most one row with the user's `id` and `session_epoch`
    public static String insertedFor(String user) {
        return """
                session as (
                    insert into sessions (id, user_id, epoch, ip, user_agent, created_at, expires_at)
                    select :session, id, session_epoch, :ip, :agent, :startsAt, :expiresAt from %s
                )""".formatted(user);
    }

    /// Notes the new session in the request's trace.
    ///
    /// @param counter whether it is a registration or a log-in
    public static User traced(NewSession session, User user, Counter counter) {
        Trace.current().count(counter);
        Trace.current().session(session.id(), user.id());
        return user;
    }

    /// Binds the session's parameters, and those of the audit trail.
    public static Query bind(Query query, NewSession session) {
        return query.bind("session", session.id())
                .bind("startsAt", session.startsAt())
                .bind("expiresAt", session.expiresAt())
                .bind("ip", session.client().ip())
                .bind("agent", session.client().userAgent())
                .bind("request", session.client().requestId());
    }
}
