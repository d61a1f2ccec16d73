package todo.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import todo.testing.Answer;
import todo.testing.LogLines;

/// A log line in CloudWatch's Embedded Metric Format.
record EmbeddedMetricsLine(JsonNode line) {
    /// Returns the only log line of a request.
    static JsonNode only(LogLines lines, Answer answer) {
        assertThat(lines.of(answer)).hasSize(1);
        return lines.of(answer).getFirst();
    }

    /// Returns the metrics with the operation as dimension.
    List<String> operationMetrics() {
        return metrics(List.of("operation"));
    }

    /// Returns the metrics without dimensions.
    List<String> counts() {
        return metrics(List.of());
    }

    void assertValid() {
        assertThat(Instant.ofEpochMilli(line.path("_aws").path("Timestamp").longValue()))
                .isBetween(Instant.now().minusSeconds(600), Instant.now());
        assertThat(directives()).isNotEmpty().allSatisfy(directive -> {
            assertThat(directive.path("Namespace").asText()).isEqualTo("todo/local");
            assertThat(directive.path("Metrics"))
                    .isNotEmpty()
                    .allSatisfy(metric -> assertThat(
                                    line.path(metric.path("Name").asText()).isNumber())
                            .isTrue());
            assertThat(dimensions(directive))
                    .allSatisfy(name -> assertThat(line.path(name).isTextual()).isTrue());
        });
    }

    private List<String> metrics(List<String> dimensions) {
        return directives()
                .filter(directive -> dimensions(directive).equals(dimensions))
                .flatMap(directive -> directive.path("Metrics").valueStream())
                .map(metric ->
                        metric.path("Name").asText() + " " + metric.path("Unit").asText())
                .toList();
    }

    private static List<String> dimensions(JsonNode directive) {
        assertThat(directive.path("Dimensions")).hasSize(1);
        return directive
                .path("Dimensions")
                .path(0)
                .valueStream()
                .map(JsonNode::asText)
                .toList();
    }

    private Stream<JsonNode> directives() {
        return line.path("_aws").path("CloudWatchMetrics").valueStream();
    }
}
