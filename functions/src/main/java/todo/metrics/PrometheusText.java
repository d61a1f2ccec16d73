package todo.metrics;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import todo.values.Choices;

/// Prometheus's text format, version 0.0.4. No label and no help text contains a character that needs escaping.
final class PrometheusText {
    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private PrometheusText() {}

    static String of(List<Sample> samples) {
        return Arrays.stream(Metric.values())
                .map(metric -> lines(metric, samples))
                .collect(joining());
    }

    private static String lines(Metric metric, List<Sample> samples) {
        var name = "todo_" + Choices.spelled(metric);
        return samples.stream()
                .filter(sample -> sample.metric() == metric)
                .map(sample -> name + sample.labels() + " " + sample.value() + "\n")
                .collect(joining("", "# HELP %s %s\n# TYPE %1$s gauge\n".formatted(name, metric.help()), ""));
    }
}
