package todo.load.measure;

import java.util.concurrent.atomic.AtomicIntegerArray;

/// Times in steps of 0.1 ms up to 10 s; longer ones count as 10 s.
final class Histogram {
    private static final int STEPS_PER_MILLI = 10;

    private final AtomicIntegerArray counts = new AtomicIntegerArray(10_000 * STEPS_PER_MILLI);

    void add(double millis) {
        counts.incrementAndGet(Math.clamp((long) (millis * STEPS_PER_MILLI), 0, counts.length() - 1));
    }

    /// Returns the time in milliseconds that this percentage of all times does not exceed, or 0 if there are
    /// none.
    double percentile(double percentage) {
        var left = Math.ceil(all() * percentage / 100);
        for (var step = 0; step < counts.length(); step++) {
            left -= counts.get(step);
            if (left <= 0) {
                return (double) (step + 1) / STEPS_PER_MILLI;
            }
        }
        return 0;
    }

    private long all() {
        var all = 0L;
        for (var step = 0; step < counts.length(); step++) {
            all += counts.get(step);
        }
        return all;
    }
}
