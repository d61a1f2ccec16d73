package todo.load.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import todo.testing.Command;

/// What the API logs while it runs: how many answers of which kind in which second, and how long requests
/// waited for the database.
public final class ApiLog {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final NavigableMap<Long, Answers> seconds = new ConcurrentSkipListMap<>();
    private final Histogram database = new Histogram();

    /// Reads the log until the process ends.
    public static ApiLog of(Command gateway) {
        var log = new ApiLog();
        Thread.ofVirtual().start(() -> log.readAll(gateway));
        return log;
    }

    private void readAll(Command gateway) {
        try {
            gateway.lines().lines().forEach(this::read);
        } catch (UncheckedIOException _) {
            // the process has been stopped
        }
    }

    /// Counts the answers from the first second on and before the last one.
    public Answers between(Instant first, Instant last) {
        return seconds.subMap(first.getEpochSecond(), last.getEpochSecond()).values().stream()
                .reduce(Answers.NONE, Answers::plus);
    }

    /// Counts all answers.
    public Answers all() {
        return between(Instant.EPOCH, Instant.now().plusSeconds(1));
    }

    /// Returns the 95th percentile, in milliseconds, of the time that a request's statements take.
    public double databaseP95() {
        return database.percentile(95);
    }

    private void read(String line) {
        var event = parsed(line);
        if (event.path("event").asText().equals("request")) {
            var second = Instant.parse(event.path("time").asText()).getEpochSecond();
            seconds.merge(second, Answers.of(event.path("status").asInt()), Answers::plus);
            if (event.path("round_trips").asInt() > 0) {
                database.add(event.path("database_ms").asDouble());
            }
        }
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException _) {
            return JSON.missingNode(); // a message of the JVM
        }
    }
}
