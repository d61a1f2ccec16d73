package todo.load.measure;

import java.util.List;

/// What happened at one rate of requests.
///
/// @param asked requests a second
/// @param answers in all of its seconds
/// @param samples the experience of one user
public record Level(int asked, long seconds, Answers answers, List<Probe.Sample> samples) {
    private static final double LONGEST_MILLIS = 1000;
    private static final double LARGEST_SHARE = 0.01;

    /// Whether a user waits for more than a second, or more than one request in a hundred is refused.
    public boolean isBroken() {
        return p95() > LONGEST_MILLIS || answers.refused() + answers.failed() > LARGEST_SHARE * answers.all();
    }

    private double p95() {
        var histogram = new Histogram();
        samples.forEach(sample -> histogram.add(sample.millis()));
        return histogram.percentile(95);
    }

    @Override
    public String toString() {
        return "%,5d requests a second: %,5d answers a second, %,d refused, %,d failed; one user's p95 %,.0f ms"
                .formatted(asked, answers.all() / seconds, answers.refused(), answers.failed(), p95());
    }
}
