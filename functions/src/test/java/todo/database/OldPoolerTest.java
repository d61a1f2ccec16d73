package todo.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.parallel.Isolated;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Burst;
import todo.testing.LogLines;
import todo.testing.PgBouncer;
import todo.testing.TaskRequests;

/// A pooler without support for prepared statements, whose clients can execute the statements of other
/// clients by mistake.
@EnabledIf("todo.testing.PgBouncer#installed")
@Isolated("reads the log of the whole process")
final class OldPoolerTest {
    private final PgBouncer pooler = PgBouncer.before(URI.create(Api.database().url()), 0);
    private final LogLines lines = LogLines.open();

    @AfterEach
    void stop() {
        lines.close();
        pooler.close();
    }

    @Test
    void no_client_executes_anothers_statement_and_the_log_names_the_missing_setting() {
        var answers = answersOfThreeEnvironments("");

        assertThat(answers).hasSize(3 * 21).allSatisfy(Answer::isSuccess);
        assertThat(incidents())
                .hasSize(3)
                .allSatisfy(message -> assertThat(message).contains("prepareThreshold=0", "max_prepared_statements"));
    }

    @Test
    void with_prepare_threshold_0_all_requests_succeed_and_nothing_is_logged() {
        var answers = answersOfThreeEnvironments("?prepareThreshold=0");

        assertThat(answers).hasSize(3 * 21).allSatisfy(Answer::isSuccess);
        assertThat(incidents()).isEmpty();
    }

    private List<Answer> answersOfThreeEnvironments(String settings) {
        var alice = Api.shared().newPerson();
        var environments = IntStream.range(0, 3)
                .mapToObj(_ ->
                        Api.with(Map.of("DATABASE_URL", pooler.url() + settings, "AWS_LAMBDA_MAX_CONCURRENCY", "1")))
                .toList();
        var answers = Burst.of(
                environments.size(),
                number -> IntStream.range(0, 3)
                        .boxed()
                        .flatMap(_ -> TaskRequests.all(alice.at(environments.get(number)), alice.tasks()).stream())
                        .map(request -> request.send())
                        .toList());
        environments.forEach(Api::close);
        return answers.stream().flatMap(List::stream).toList();
    }

    private List<String> incidents() {
        return lines.all().stream()
                .filter(line -> line.path("event").asText().equals("pooler_too_old"))
                .map(line -> line.path("message").asText())
                .toList();
    }
}
