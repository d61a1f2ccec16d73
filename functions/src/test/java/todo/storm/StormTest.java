package todo.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import todo.storm.check.Checker;
import todo.storm.clients.Workload;
import todo.storm.faults.FaultySystem;
import todo.storm.history.Operation;
import todo.testing.Api;

/// Clients work while faults strike, and some order of their operations explains all answers. `mvn -P storm
/// verify -Dminutes=10` runs it for longer, `-Dseed=…` with the draws of an earlier run.
@Tag("storm")
final class StormTest {
    private static final int CLIENTS = 12;
    private static final int ENDINGS = 4;

    private final long seed =
            Long.parseLong(property("seed", "-?\\d{1,19}").orElse("" + new SplittableRandom().nextLong()));

    @Test
    @SuppressWarnings("SystemOut") // informs the developer
    void no_fault_loses_doubles_or_reorders_anything() throws Exception {
        System.out.println("Storm: the seed is " + seed);
        var report = storm(duration());
        System.out.println(report.write());

        assertThat(report.violations()).as("violations with the seed %d", seed).isEmpty();
        assertThat(report.operations().stream()
                        .filter(Operation::isAcknowledged)
                        .map(Operation::kind)
                        .collect(Collectors.toSet()))
                .contains("create", "patch", "put", "complete", "toggle", "delete", "batch", "list", "changes");
    }

    private StormReport storm(Duration duration) throws Exception {
        try (var system = FaultySystem.start()) {
            var urls = system.apis().stream().map(Api::url).toList();
            var random = new SplittableRandom(seed);
            var workload = new Workload(urls, random.nextLong(), CLIENTS, ENDINGS);
            var strikes = new Strikes(system.faults(), random, duration);
            var operations = workload.during(strikes);
            var began = System.nanoTime();
            var violations = Checker.violations(operations);
            var checking = Duration.ofNanos(System.nanoTime() - began);
            return new StormReport(
                    seed, duration, operations, strikes.counts(), system.skipped(), checking, violations);
        } catch (Exception failure) {
            throw new AssertionError("The storm with the seed " + seed + " ended early", failure);
        }
    }

    private static Duration duration() {
        var minutes = property("minutes", "\\d{1,4}(\\.\\d+)?").orElse("1.75");
        return Duration.ofMillis((long) (Double.parseDouble(minutes) * 60_000));
    }

    private static Optional<String> property(String name, String pattern) {
        var value = Optional.ofNullable(System.getProperty(name));
        value.filter(it -> !it.matches(pattern)).ifPresent(it -> {
            throw new IllegalArgumentException("-D%s=%s is not a number".formatted(name, it));
        });
        return value;
    }
}
