package todo.testing;

import java.util.List;
import java.util.UUID;
import todo.values.Ids;

/// Users and sessions that are inserted into the database, which is faster than a registration because no
/// password is hashed. Their password is [Api#PASSWORD].
public final class People {
    private static final Person FIRST = Api.shared().newPerson();

    private People() {}

    /// Creates a user with this role and a session.
    public static Person with(String role) {
        return named("Someone", role);
    }

    public static Person named(String name, String role) {
        var id = Ids.next();
        var email = Api.newEmail();
        Sql.run("""
                insert into users (id, email, name, role, password_hash)
                select ?, ?, ?, ?::role, password_hash from users where id = ?
                """, id, email, name, role, FIRST.id());
        var token =
                DecodedToken.of(FIRST.token()).claim("sub", "\"" + id + "\"").signed();
        return inAnotherSession(new Person(Api.shared(), id, email, token));
    }

    /// Returns the same person with a new session.
    public static Person inAnotherSession(Person person) {
        var session = Ids.next();
        Sql.run("""
                insert into sessions (id, user_id, ip, expires_at)
                values (?, ?, '192.0.2.1', now() + interval '1 day')
                """, session, person.id());
        return person.in(session);
    }

    /// Links an identity of this provider to the account.
    public static void link(Person person, String provider) {
        Sql.run(
                "insert into identities (issuer, subject, provider, user_id, email) values (?, ?, ?, ?, ?)",
                "https://issuer.example.com",
                person.id() + "@" + provider,
                provider,
                person.id(),
                person.email());
    }

    /// Sets the time at which the session was last used.
    ///
    /// @param since how long ago, in PostgreSQL's format, such as `1 hour`
    public static void setIdle(Person person, String since) {
        Sql.run("update sessions set last_used_at = now() - ?::interval where id = ?", since, person.session());
    }

    /// The user's audit trail, the oldest event first, each as `event by actor's id`.
    public static List<String> auditTrail(Person person) {
        return Sql.texts(
                "select event || ' by ' || actor_id from audit_events where user_id = ? order by id", person.id());
    }

    /// Adds to the number of pending tasks in a user's feed, for tasks that a test inserts itself.
    public static void addToPendingCount(UUID user, int pending) {
        Sql.run("""
                insert into task_feeds as f (user_id, changed_at, pending) values (?, now(), ?)
                on conflict (user_id) do update set pending = f.pending + excluded.pending""", user, pending);
    }
}
