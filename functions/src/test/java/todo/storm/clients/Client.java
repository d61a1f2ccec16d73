package todo.storm.clients;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// A client that performs one random operation after the other. When its session has ended it logs in again; if
/// it can't, it goes on with a new account.
final class Client {
    private static final int MOST_LOG_INS = 3;
    private static final int MOST_TRIES = 100;

    private final Recorder recorder;
    private final RandomGenerator random;
    private final Names names;
    private final SessionActions sessions;
    private final TaskActions tasks;
    private final List<Function<Session, Reply>> deck = new ArrayList<>();
    private Session session;
    private Follower follower;

    /// @param account that the client shares with others, or none to register one
    /// @param endings how many of a thousand operations end sessions
    Client(Recorder recorder, RandomGenerator random, int number, Optional<Account> account, int endings) {
        this.recorder = recorder;
        this.random = random;
        this.names = new Names(number);
        this.tasks = new TaskActions(recorder, random, names);
        this.sessions = new SessionActions(recorder, tasks, names);
        this.session = account.flatMap(sessions::logIn).orElseGet(sessions::registerAtLast);
        this.follower = new Follower(recorder, names.next());
        deal(endings);
    }

    Account account() {
        return session.account();
    }

    void run(BooleanSupplier isOver) {
        while (!isOver.getAsBoolean()) {
            var reply = deck.get(random.nextInt(deck.size())).apply(session);
            if (reply.is("UNAUTHENTICATED")) {
                logInAgain();
            } else if (reply.isUnknown() || reply.is("RATE_LIMITED")) {
                recorder.pause();
            }
        }
    }

    /// Reads all tasks, when nothing goes wrong any more.
    void readAll() {
        var account = session.account();
        insist(now -> new Walk(recorder, names.next()).run(now, "asc", 100));
        for (var task : account.present()) {
            insist(now -> tasks.get(now, task));
        }
    }

    /// Follows the feed to its end, and once more from its beginning, when nothing goes wrong any more.
    void followToTheEnd() {
        insist(now -> follower.catchUp(now));
        insist(now -> new Follower(recorder, names.next()).catchUp(now));
    }

    private void deal(int endings) {
        var batches = new BatchAction(recorder, random, names);
        add(130, tasks::create);
        add(130, tasks::get);
        add(150, tasks::patch);
        add(80, tasks::put);
        add(80, tasks::complete);
        add(90, tasks::toggle);
        add(70, tasks::delete);
        add(110, batches::send);
        add(130, now -> follower.step(now, 1 + random.nextInt(20)));
        add(
                30,
                now -> new Walk(recorder, names.next())
                        .run(now, random.nextBoolean() ? "asc" : "desc", 2 + random.nextInt(20)));
        add(endings, sessions::logOut);
        add(endings / 4, sessions::changePassword);
    }

    private void add(int times, Function<Session, Reply> action) {
        deck.addAll(Collections.nCopies(times, action));
    }

    private void logInAgain() {
        for (var tries = 0; tries < MOST_LOG_INS; tries++) {
            var again = sessions.logIn(session.account());
            if (again.isPresent()) {
                session = again.get();
                return;
            }
            recorder.pause();
        }
        session = sessions.registerAtLast();
        follower = new Follower(recorder, names.next());
    }

    /// Repeats a request until it is answered. An account whose log-in is locked can't be read any more.
    private void insist(Function<Session, Reply> action) {
        var account = session.account();
        for (var tries = 0; tries < MOST_TRIES && account == session.account(); tries++) {
            var reply = action.apply(session);
            if (reply.isSuccess() || reply.is("TASK_NOT_FOUND")) {
                return;
            }
            if (reply.is("UNAUTHENTICATED")) {
                logInAgain();
            } else {
                recorder.pause();
            }
        }
        if (account == session.account()) {
            throw new IllegalStateException("The API has not recovered: it doesn't answer " + account.name());
        }
    }
}
