package todo.storm.clients;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import todo.storm.history.Attempt;
import todo.storm.history.Claim;
import todo.storm.history.Claim.Change;
import todo.storm.history.History;

/// Performs the operations of one client, and records them.
final class Recorder {
    private static final int MOST_ATTEMPTS = 12;
    private static final int LONGEST_PAUSE_MILLIS = 800;

    private final Http http;
    private final History history;
    private final RandomGenerator random;

    Recorder(Http http, History history, RandomGenerator random) {
        this.http = http;
        this.history = history;
        this.random = random;
    }

    /// Changes tasks, or reads the one of `targets`. A request with an `Idempotency-Key` is sent again until
    /// its outcome is known, or at most a few times.
    Reply perform(String kind, Session session, Call call, List<Change> changes, List<Optional<KnownTask>> targets) {
        var attempts = new ArrayList<Attempt>();
        Reply reply;
        do {
            if (!attempts.isEmpty()) {
                pause();
            }
            reply = http.send(session.authorized(call));
            attempts.add(reply.attempt());
        } while (call.hasKey() && isWorthRepeating(reply) && attempts.size() < MOST_ATTEMPTS);
        var claims = Answers.of(reply, changes, targets);
        session.account().learn(claims);
        if (reply.isSuccess()) {
            forgetDeleted(session.account(), changes, targets);
        }
        history.add(session.account().name(), session.name(), kind, attempts, claims);
        return reply;
    }

    /// Sends a request that reads, once.
    ///
    /// @param claims reads the body of the answer
    Reply read(String kind, Session session, Call call, Function<JsonNode, List<Claim>> claims) {
        var reply = http.send(session.authorized(call));
        var read = reply.isSuccess() ? claims.apply(reply.body()) : List.<Claim>of();
        session.account().learn(read);
        history.add(session.account().name(), session.name(), kind, List.of(reply.attempt()), read);
        return reply;
    }

    /// Ends sessions.
    Reply end(String kind, Session session, Call call, Claim claim) {
        var reply = http.send(session.authorized(call));
        history.add(session.account().name(), session.name(), kind, List.of(reply.attempt()), List.of(claim));
        return reply;
    }

    /// Begins a session.
    Optional<Session> begin(String kind, String name, Call call, Function<Reply, Account> account) {
        var reply = http.send(call);
        if (!reply.isSuccess()) {
            history.add("", "", kind, List.of(reply.attempt()), List.of());
            return Optional.empty();
        }
        var session = new Session(account.apply(reply), name, reply.text("access_token"));
        history.add(
                session.account().name(), "", kind, List.of(reply.attempt()), List.of(new Claim.SessionBegun(name)));
        return Optional.of(session);
    }

    /// Waits as a client does before it sends a request again.
    void pause() {
        LockSupport.parkNanos(random.nextInt(LONGEST_PAUSE_MILLIS) * 1_000_000L);
    }

    private static boolean isWorthRepeating(Reply reply) {
        return reply.isUnknown() || reply.is("RATE_LIMITED");
    }

    private static void forgetDeleted(Account account, List<Change> changes, List<Optional<KnownTask>> targets) {
        for (var place = 0; place < changes.size(); place++) {
            if (changes.get(place).effect().deletes()) {
                account.forget(targets.get(place).orElseThrow());
            }
        }
    }
}
