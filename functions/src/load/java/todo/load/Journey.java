package todo.load;

import static io.gatling.javaapi.core.CoreDsl.during;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import java.time.Duration;
import java.util.List;

/// What one kind of user does, again and again, with pauses to read and think.
///
/// @param share of all users
/// @param requests how many there are in the steps
record Journey(String name, double share, int requests, ChainBuilder steps) {
    private static final ChainBuilder THINK = pause(Duration.ofSeconds(1), Duration.ofSeconds(9));

    /// All kinds of users. Whoever creates tasks also deletes them, so the number of tasks stays the same. A
    /// token is valid for a week, so few users log in.
    static List<Journey> all() {
        return List.of(
                new Journey("reads", 0.465, 3, read()),
                new Journey("writes", 0.25, 4, write()),
                new Journey("searches", 0.1, 2, search()),
                new Journey("syncs", 0.18, 4, sync()),
                new Journey("logs in", 0.005, 4, exec(Requests.logIn(), THINK).exec(read())));
    }

    private static ChainBuilder read() {
        return exec(Requests.list(), THINK, Requests.get(), THINK, Requests.nextPage(), THINK);
    }

    private static ChainBuilder write() {
        return exec(Requests.create(), THINK, Requests.change(), THINK)
                .exec(Requests.complete(), THINK, Requests.delete(), THINK);
    }

    private static ChainBuilder search() {
        return exec(Requests.search("dentist"), THINK, Requests.search("quarterly"), THINK);
    }

    private static ChainBuilder sync() {
        return exec(Requests.pull(), Requests.push(), THINK, Requests.pull(), Requests.clear(), THINK);
    }

    /// Returns how many requests a user who does the steps once sends on average.
    static double meanRequests() {
        return all().stream()
                .mapToDouble(journey -> journey.share * journey.requests)
                .sum();
    }

    /// Returns the scenario of users who repeat their steps for this time.
    ScenarioBuilder lasting(Duration time, SampleUsers users) {
        return scenario(name).exec(feed(users.inTurn()), during(time).on(steps));
    }

    /// Returns the scenario of users who do their steps once.
    ScenarioBuilder once(SampleUsers users) {
        return scenario(name).exec(feed(users.inTurn()), steps);
    }
}
