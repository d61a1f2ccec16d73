package todo.storm.faults;

import java.util.random.RandomGenerator;
import todo.storm.Fault;

/// A fault that begins, lasts for a drawn time, and is mended.
record LastingFault(String name, Beginning beginning) implements Fault {
    private static final int SHORTEST_MILLIS = 200;
    private static final int LONGEST_MILLIS = 3_000; // the rest of the five seconds is for mending

    @Override
    public void strike(RandomGenerator random) throws Exception {
        try (var _ = beginning.begin(random)) {
            Thread.sleep(random.nextInt(SHORTEST_MILLIS, LONGEST_MILLIS));
        }
    }

    @Override
    public String toString() {
        return name;
    }

    @FunctionalInterface
    interface Beginning {
        /// Makes the fault happen and returns what mends it.
        AutoCloseable begin(RandomGenerator random) throws Exception;
    }
}
