package todo.load;

import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.OpenInjectionStep;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleFunction;
import todo.load.measure.Level;
import todo.load.measure.Probe;
import todo.load.measure.Report;

/// A load test: starts the API, sends it users, and reports what happened in `target/load`. Gatling's own
/// report is in `target/gatling`.
abstract class Stage extends Simulation {
    /// How long a user stays.
    static final Duration VISIT = Duration.ofMinutes(1);

    /// No request lives longer at the gateway than 29 seconds, so by then nothing is left of an overload.
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

    /// Returns all kinds of users, each with its share of the arrivals.
    ///
    /// @param arrivals of a kind's users, from its share of the arrivals a second at which so many users are
    /// there
    SetUp visits(DoubleFunction<OpenInjectionStep[]> arrivals) {
        var all = (double) users / VISIT.toSeconds();
        return setUp(Journey.all().stream()
                        .map(journey ->
                                journey.lasting(VISIT, api.users()).injectOpen(arrivals.apply(all * journey.share())))
                        .toList())
                .protocols(protocol());
    }

    /// Returns all kinds of users, who do their steps once, without pauses, over shared connections.
    ///
    /// @param arrivals of a kind's users, from its share of the arrivals a second that make one request a
    /// second
    SetUp requests(DoubleFunction<OpenInjectionStep[]> arrivals) {
        var one = 1 / Journey.meanRequests();
        return setUp(Journey.all().stream()
                        .map(journey -> journey.once(api.users()).injectOpen(arrivals.apply(one * journey.share())))
                        .toList())
                .disablePauses()
                .protocols(protocol().shareConnections());
    }

    /// Returns what happened between these times, in which so many requests a second arrived.
    Level level(int asked, Instant first, Instant last) {
        return new Level(
                asked,
                Duration.between(first, last).toSeconds(),
                api.log().between(first, last),
                probe.between(first, last));
    }

    /// Reports how long after the end of an overload the probe was answered at once again, which must be soon.
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
