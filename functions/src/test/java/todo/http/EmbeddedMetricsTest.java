package todo.http;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import todo.telemetry.Counter;
import todo.testing.Api;
import todo.testing.LogLines;
import todo.testing.TaskRequests;

/// The metrics that CloudWatch extracts from log lines in its Embedded Metric Format.
@Isolated("reads the log of the whole process")
final class EmbeddedMetricsTest {
    private final Api api = Api.shared();
    private final LogLines lines = LogLines.open();

    @AfterEach
    void stop() {
        lines.close();
    }

    @Test
    void each_request_has_metrics_with_its_operation_as_dimension() {
        var alice = api.newPerson();
        TaskRequests.all(alice, alice.tasks()).forEach(request -> {
            var answer = request.send().isSuccess();
            var line = EmbeddedMetricsLine.only(lines, answer);

            assertThat(new EmbeddedMetricsLine(line).operationMetrics())
                    .containsExactlyInAnyOrder(
                            "duration_ms Milliseconds", "database_ms Milliseconds", "error Count", "cold_start Count");
            assertThat(line.path("database_ms").asDouble())
                    .isPositive()
                    .isLessThan(line.path("duration_ms").asDouble());
            assertThat(line.path("error").asInt()).isZero();
        });
        assertThat(lines.all())
                .extracting(line -> line.path("operation").asText())
                .contains(
                        "CreateTask",
                        "ListTasks",
                        "GetTask",
                        "ReplaceTask",
                        "ChangeTask",
                        "CompleteTask",
                        "DeleteTask");
    }

    @Test
    void every_log_line_is_valid_embedded_metric_format() {
        var alice = api.newPerson();
        alice.create("{}").is(400);
        alice.newTask("Buy milk");
        api.get("/health").is(200);

        assertThat(lines.all())
                .hasSizeGreaterThan(3)
                .extracting(EmbeddedMetricsLine::new)
                .allSatisfy(EmbeddedMetricsLine::assertValid);
    }

    @Test
    void only_the_first_request_of_a_function_is_a_cold_start() {
        try (var fresh = Api.with(Map.of())) {
            assertThat(EmbeddedMetricsLine.only(lines, fresh.get("/health"))
                            .path("cold_start")
                            .asInt())
                    .isOne();
            assertThat(EmbeddedMetricsLine.only(lines, fresh.get("/health"))
                            .path("cold_start")
                            .asInt())
                    .isZero();
        }
    }

    @Test
    void a_feature_that_is_off_is_counted_apart_from_errors() {
        var line = EmbeddedMetricsLine.only(
                lines,
                api.post("/api/v1/auth/password/forgot", "{\"email\": \"ada@example.org\"}")
                        .is(501));

        assertThat(line.path("not_configured").asInt()).isOne();
        assertThat(line.path("error").asInt()).isZero();
        assertThat(line.path("level").asText()).isEqualTo("info");
    }

    @Test
    void a_small_stage_pays_for_at_most_20_metrics() throws IOException {
        try (var small = Api.with(Map.of("METRICS_BY_OPERATION", "false"))) {
            var alice = small.newPerson();
            TaskRequests.all(alice, alice.tasks())
                    .forEach(request -> request.send().isSuccess());
        }
        var requests = lines.all().stream()
                .map(EmbeddedMetricsLine::new)
                .peek(line -> assertThat(line.operationMetrics()).isEmpty())
                .flatMap(line -> line.counts().stream())
                .collect(toSet());
        var filters =
                Files.readString(Path.of("template.yaml")).split("AWS::Logs::MetricFilter\n    Prop", -1).length - 1;

        assertThat(requests).contains("duration_ms Milliseconds", "task_created Count");
        var isOfMail = 1; // such metrics and filters exist only with mail
        assertThat(4 + Counter.values().length - isOfMail + filters).isLessThanOrEqualTo(20);
    }
}
