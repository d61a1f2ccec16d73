package todo.observe;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import todo.http.Choices;

/// Prometheus's text format, version 0.0.4. No value of a label and no help text has a character to escape.
final class PrometheusText {
    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private PrometheusText() {}

    static String of(List<Sample> samples) {
        return Arrays.stream(Family.values())
                .map(family -> lines(family, samples))
                .collect(joining());
    }

    private static String lines(Family family, List<Sample> samples) {
        var name = "todo_" + Choices.spelled(family);
        return samples.stream()
                .filter(sample -> sample.family() == family)
                .map(sample -> name + sample.labels() + " " + sample.value() + "\n")
                .collect(joining("", "# HELP %s %s\n# TYPE %1$s gauge\n".formatted(name, family.help()), ""));
    }
}
