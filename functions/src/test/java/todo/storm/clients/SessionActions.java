package todo.storm.clients;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import todo.storm.history.Claim;
import todo.testing.Api;

/// Registration, log-in, log-out and changes of the password. A change keeps the password, so that a client
/// knows it whether or not the change happened.
final class SessionActions {
    private static final int MOST_TRIES = 100;

    private final Recorder recorder;
    private final TaskActions tasks;
    private final Names names;

    SessionActions(Recorder recorder, TaskActions tasks, Names names) {
        this.recorder = recorder;
        this.tasks = tasks;
        this.names = names;
    }

    /// Registers an account, however long it takes.
    Session registerAtLast() {
        for (var tries = 0; tries < MOST_TRIES; tries++) {
            var session = register();
            if (session.isPresent()) {
                return session.get();
            }
            recorder.pause();
        }
        throw new IllegalStateException("Nobody can register");
    }

    Optional<Session> logIn(Account account) {
        var call =
                Call.of("POST", "/api/v1/auth/login").json(Map.of("email", account.email(), "password", Api.PASSWORD));
        return recorder.begin("log in", "session " + names.next(), call, _ -> account);
    }

    /// Logs out, and then uses the session once more.
    Reply logOut(Session session) {
        var call = Call.of("POST", "/api/v1/auth/logout");
        var reply = recorder.end("log out", session, call, new Claim.SessionEnded(session.name()));
        tasks.get(session);
        return reply;
    }

    Reply changePassword(Session session) {
        var call = Call.of("PUT", "/api/v1/users/me/password")
                .json(Map.of("current_password", Api.PASSWORD, "new_password", Api.PASSWORD));
        return recorder.end("change password", session, call, new Claim.OtherSessionsEnded());
    }

    private Optional<Session> register() {
        var email = "storm-" + UUID.randomUUID() + "@example.org";
        var call = Call.of("POST", "/api/v1/auth/register").json(Map.of("email", email, "password", Api.PASSWORD));
        return recorder.begin(
                "register",
                "session " + names.next(),
                call,
                reply -> new Account(UUID.fromString(reply.body().at("/user/id").asText()), email));
    }
}
