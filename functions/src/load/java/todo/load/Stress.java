package todo.load;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.incrementUsersPerSec;

import io.gatling.javaapi.core.OpenInjectionStep;
import java.time.Duration;
import java.util.stream.IntStream;
import todo.load.measure.Level;
import todo.load.measure.Report;

/// More requests every 15 seconds, `-Dstep=200` a second, until after the API's limit, and then few, to see it
/// recover.
public final class Stress extends Stage {
    private static final Duration LEVEL = Duration.ofSeconds(15);
    private static final Duration CALM = Duration.ofSeconds(45);

    private final int levels = Options.number("levels", 16);
    private final int step = Options.number("step", 200);

    public Stress() {
        super("stress");
        simulateRequests(arrivals -> new OpenInjectionStep[] {
            incrementUsersPerSec(arrivals * step)
                    .times(levels)
                    .eachLevelLasting(LEVEL)
                    .startingFrom(arrivals * step),
            constantUsersPerSec(arrivals * step).during(CALM)
        });
    }

    @Override
    void report(Report report) {
        var all = IntStream.range(0, levels).mapToObj(this::level).toList();
        all.forEach(report::add);
        report.add(all.stream()
                .filter(Level::isBroken)
                .findFirst()
                .map(level -> "It breaks at %,d requests a second.".formatted(level.asked()))
                .orElse("It does not break."));
        reportRecovery(start.plus(LEVEL.multipliedBy(levels)), report);
    }

    private Level level(int index) {
        return level(
                (index + 1) * step, start.plus(LEVEL.multipliedBy(index)), start.plus(LEVEL.multipliedBy(index + 1)));
    }
}
