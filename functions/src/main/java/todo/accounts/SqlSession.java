package todo.accounts;

import org.jdbi.v3.core.statement.Query;
import todo.http.Count;
import todo.http.Trace;
import todo.tokens.NewSession;
import todo.users.User;

/// How a session begins, by signing up as by logging in.
final class SqlSession {
    private SqlSession() {}

    /// `user` gives the one row, if any, whose `id` the session is for, and the `session_epoch`.
    static String begunBy(String user) {
        return """
                session as (
                    insert into sessions (id, user_id, epoch, ip, user_agent, created_at, expires_at)
                    select :session, id, session_epoch, :ip, :agent, :startsAt, :expiresAt from %s
                )""".formatted(user);
    }

    /// Says to the log that it has begun, and how.
    static User begun(NewSession session, User user, Count how) {
        Trace.current().count(how);
        Trace.current().session(session.id(), user.id());
        return user;
    }

    /// Binds the request that began it as well, for the audit trail.
    static Query bind(Query query, NewSession session) {
        return query.bind("session", session.id())
                .bind("startsAt", session.startsAt())
                .bind("expiresAt", session.expiresAt())
                .bind("ip", session.client().ip())
                .bind("agent", session.client().userAgent())
                .bind("request", session.client().requestId());
    }
}
