package todo.load;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.OpenInjectionStep;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import todo.load.measure.Level;
import todo.load.measure.Probe;
import todo.load.measure.Report;

/// A load test: starts the API, sends it users, and reports what happened in `target/load`. Gatling's own
/// report is in `target/gatling`.
abstract class Stage extends Simulation {
    /// How long a user stays.
    static final Duration VISIT = Duration.ofMinutes(1);

    /// The gateway ends each request after 29 seconds, so nothing of an overload is left by then.
    private static final Duration SOON = Duration.ofSeconds(30);

    /// How many users there are at once.
    final int users = Options.number("users", 1000);

    /// When the load began.
    Instant start = Instant.MAX;

    final LoadedApi api;
    final Probe probe;
    final Path folder;

    Stage(String name) {
        folder = Path.of("target/load", name);
        api = LoadedApi.start(folder.resolve("database"), users);
        probe = Probe.start(api.url(), api.users().users().getLast());
    }

    @Override
    public void before() {
        start = Instant.now();
    }

    private HttpProtocolBuilder protocol() {
        return http.baseUrl(api.url().toString())
                .acceptHeader("application/json")
                .contentTypeHeader("application/json");
    }

    /// Simulates so many concurrent users for a time, after a ramp-up of one visit. Fewer than 0.1 % of the
    /// requests may fail, and 95 % must be answered within 100 ms.
    void simulateVisits(Duration duration) {
        var arrivals = (double) users / VISIT.toSeconds();
        simulate(journey -> journey.lasting(VISIT, api.users()), protocol(), share -> new OpenInjectionStep[] {
                    rampUsersPerSec(0).to(arrivals * share).during(VISIT),
                    constantUsersPerSec(arrivals * share).during(duration)
                })
                .assertions(
                        global().failedRequests().percent().lt(0.1),
                        global().responseTime().percentile(95.0).lt(100));
    }

    /// Simulates a rate of requests that does not depend on the responses: users do their steps once, without
    /// pauses, over shared connections.
    ///
    /// @param steps of the load, from the arrivals of a kind of user that make its share of one request per
    /// second
    void simulateRequests(DoubleFunction<OpenInjectionStep[]> steps) {
        simulate(
                        journey -> journey.once(api.users()),
                        protocol().shareConnections(),
                        share -> steps.apply(share / Journey.meanRequests()))
                .disablePauses();
    }

    private SetUp simulate(
            Function<Journey, ScenarioBuilder> scenario,
            HttpProtocolBuilder protocol,
            DoubleFunction<OpenInjectionStep[]> steps) {
        return setUp(Journey.all().stream()
                        .map(journey -> scenario.apply(journey).injectOpen(steps.apply(journey.share())))
                        .toList())
                .protocols(protocol);
    }

    /// Returns what happened between these times, in which so many requests a second arrived.
    Level level(int asked, Instant first, Instant last) {
        return new Level(
                asked,
                Duration.between(first, last).toSeconds(),
                api.log().between(first, last),
                probe.between(first, last));
    }

    /// Reports how long the probe took to recover after the end of an overload, and checks that it was soon.
    void reportRecovery(Instant end, Report report) {
        var recovered = probe.goodFrom(end);
        report.add(recovered
                .map(moment -> "Recovered %.1f s after the overload."
                        .formatted(Duration.between(end, moment).toMillis() / 1e3))
                .orElse("Not recovered."));
        report.require(
                recovered.filter(moment -> moment.isBefore(end.plus(SOON))).isPresent(),
                "it did not recover within %d s".formatted(SOON.toSeconds()));
    }

    /// Checks and reports what Gatling does not know.
    abstract void report(Report report);

    @Override
    public final void after() {
        try (api;
                probe) {
            var all = api.log().all();
            var report = new Report();
            report.add("%s, %d users, %s".formatted(getClass().getSimpleName(), users, Machine.described()));
            report.add(all);
            report.require(all.failed() == 0, "5xx other than 503: " + all.failed());
            report.require(probe.hasAdvice(), "503 or 429 without Retry-After");
            report(report);
            report.finish(folder.resolve("report.txt"));
        }
    }
}
