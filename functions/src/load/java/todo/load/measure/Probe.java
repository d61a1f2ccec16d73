package todo.load.measure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/// One more user, who lists tasks five times a second, whether or not earlier requests have been answered. It
/// shows what a user experiences in each second of an overload.
public final class Probe implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long PERIOD_NANOS = Duration.ofMillis(200).toNanos();

    /// How many good answers in a row are a recovery.
    private static final int LASTING = 15;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Thread clock = Thread.ofVirtual().unstarted(this::tick);
    private final Collection<Sample> samples = new ConcurrentLinkedQueue<>();
    private final HttpRequest request;

    private Probe(HttpRequest request) {
        this.request = request;
    }

    public static Probe start(URI api, Map<String, Object> user) {
        var probe = new Probe(HttpRequest.newBuilder(api.resolve(user.get("tasks") + "?limit=20"))
                .header("Authorization", "Bearer " + user.get("token"))
                .timeout(PATIENCE)
                .build());
        probe.clock.start();
        return probe;
    }

    /// Returns the requests that were sent in this time, in order.
    public List<Sample> between(Instant first, Instant last) {
        return samples.stream()
                .filter(sample -> !sample.at().isBefore(first) && sample.at().isBefore(last))
                .sorted((one, other) -> one.at().compareTo(other.at()))
                .toList();
    }

    /// Returns the first moment from `end` on after which three seconds of requests were answered at once.
    public Optional<Instant> goodFrom(Instant end) {
        var later = between(end, Instant.MAX);
        return IntStream.rangeClosed(0, later.size() - LASTING)
                .filter(first -> later.subList(first, first + LASTING).stream().allMatch(Sample::isGood))
                .mapToObj(first -> later.get(first).at())
                .findFirst();
    }

    /// Whether all answers 429 and 503 say when to try again.
    public boolean hasAdvice() {
        return samples.stream().allMatch(sample -> Answers.of(sample.status).refused() == 0 || sample.hasAdvice);
    }

    private void tick() {
        while (!Thread.interrupted()) {
            Thread.startVirtualThread(this::measure);
            LockSupport.parkNanos(PERIOD_NANOS);
        }
    }

    private void measure() {
        var at = Instant.now();
        var start = System.nanoTime();
        try {
            var answer = client.send(request, BodyHandlers.discarding());
            var hasAdvice = answer.headers().firstValue("Retry-After").isPresent();
            samples.add(new Sample(at, millisSince(start), answer.statusCode(), hasAdvice));
        } catch (IOException | InterruptedException _) {
            samples.add(new Sample(at, millisSince(start), Sample.NO_ANSWER, false));
        }
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    @Override
    public void close() {
        clock.interrupt();
        client.shutdownNow();
    }

    /// One request.
    ///
    /// @param millis until the answer
    /// @param hasAdvice whether the answer says when to try again
    public record Sample(Instant at, double millis, int status, boolean hasAdvice) {
        static final int NO_ANSWER = 0;

        /// Whether it was answered at once.
        boolean isGood() {
            return status == 200 && millis < 100;
        }
    }
}
