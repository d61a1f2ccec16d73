package todo.load;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import todo.access.Client;
import todo.access.Role;
import todo.secrets.KeySet;
import todo.secrets.Keyring;
import todo.secrets.Secret;
import todo.tokens.Tokens;

/// The users of the sample data, each with a session. Sessions are inserted by SQL, because verifying the
/// passwords of 1,000 log-ins takes minutes of CPU time.
record SampleUsers(List<Map<String, Object>> users) {
    /// Starts a session for each user.
    ///
    /// @param key the API's `TOKEN_KEYS`
    static SampleUsers withSessions(Jdbi owner, String key) {
        var keys = new Keyring(Secret.of(KeySet.parse(key)));
        var tokens = new Tokens(keys, "local", Duration.ofDays(7), Clock.systemUTC());
        return new SampleUsers(owner.withHandle(handle -> handle.select("select id, email from users order by id")
                .map((row, _) -> {
                    var id = row.getObject("id", UUID.class);
                    var session = tokens.session(new Client("127.0.0.1", "load", "load"));
                    handle.execute(
                            "insert into sessions (id, user_id, ip, expires_at) values (?, ?, ?, ?)",
                            session.id(),
                            id,
                            "127.0.0.1",
                            session.expiresAt().atOffset(UTC));
                    return Map.<String, Object>of(
                            "email", row.getString("email"),
                            "tasks", "/api/v1/users/" + id + "/tasks",
                            "token", tokens.issue(id, Role.USER, session));
                })
                .list()));
    }

    /// Returns the users in turn, for ever.
    Iterator<Map<String, Object>> inTurn() {
        return Stream.iterate(0, index -> (index + 1) % users.size())
                .map(users::get)
                .iterator();
    }
}
