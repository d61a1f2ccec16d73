package todo.storm.faults;

import java.util.random.RandomGenerator;

/// Draws from the lowest tenth of a range, so that faults are short and frequent.
record BriefDraws(RandomGenerator random) implements RandomGenerator {
    @Override
    public long nextLong() {
        return random.nextLong();
    }

    @Override
    public int nextInt(int origin, int bound) {
        return random.nextInt(origin, origin + Math.max(1, (bound - origin) / 10));
    }
}
