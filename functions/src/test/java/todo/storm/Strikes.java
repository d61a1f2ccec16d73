package todo.storm;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;

/// Lets one random fault after the other strike, with pauses in which the system recovers. No fault strikes
/// again before all others have.
final class Strikes implements Callable<Map<String, Integer>> {
    private static final int LONGEST_PAUSE_MILLIS = 2000;

    private final List<Fault> faults;
    private final RandomGenerator random;
    private final Duration duration;
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Deque<Fault> next = new ArrayDeque<>();

    Strikes(List<Fault> faults, RandomGenerator random, Duration duration) {
        this.faults = faults;
        this.random = random;
        this.duration = duration;
    }

    @Override
    public Map<String, Integer> call() throws Exception {
        var end = Instant.now().plus(duration);
        while (Instant.now().isBefore(end)) {
            Thread.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
            var fault = next();
            fault.strike(random);
            counts.merge(fault.name(), 1, Integer::sum);
        }
        return counts;
    }

    private Fault next() {
        if (next.isEmpty()) {
            var shuffled = new ArrayList<>(faults);
            Collections.shuffle(shuffled, random);
            next.addAll(shuffled);
        }
        return next.removeFirst();
    }

    /// How often each fault has struck.
    Map<String, Integer> counts() {
        return counts;
    }
}
