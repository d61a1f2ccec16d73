package todo.load;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;

import io.gatling.javaapi.core.OpenInjectionStep;
import java.time.Duration;
import todo.load.measure.Report;

/// A spike: `-Drate=100` requests per second, ten times that rate for 10 seconds, then the first rate again.
public final class Spike extends Stage {
    private static final Duration BEFORE = Duration.ofSeconds(30);
    private static final Duration SPIKE = Duration.ofSeconds(10);
    private static final Duration AFTER = Duration.ofSeconds(45);

    private final int rate = Options.number("rate", 100);

    public Spike() {
        super("spike");
        simulateRequests(arrivals -> new OpenInjectionStep[] {
            constantUsersPerSec(arrivals * rate).during(BEFORE),
            constantUsersPerSec(arrivals * rate * 10).during(SPIKE),
            constantUsersPerSec(arrivals * rate).during(AFTER)
        });
    }

    @Override
    void report(Report report) {
        var spike = start.plus(BEFORE);
        var end = spike.plus(SPIKE);
        report.add(level(rate, start, spike));
        report.add(level(10 * rate, spike, end));
        report.add(level(rate, end, end.plus(AFTER)));
        reportRecovery(end, report);
    }
}
