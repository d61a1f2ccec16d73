package todo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import todo.accounts.Authentication;
import todo.health.Information;
import todo.profile.Account;
import todo.testing.Api;
import todo.testing.AppRole;
import todo.testing.Events;
import todo.testing.FunctionError.Phase;
import todo.testing.LambdaJvm;
import todo.testing.MailServer;
import todo.testing.OwnDatabase;
import todo.testing.Person;
import todo.testing.RunningFunction;
import todo.testing.SqsServer;
import todo.tokens.Authorizer;

/// Each function with the deployed code only, under AWS's runtime client.
final class LambdaTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Person alice = Api.shared().newPerson();
    private final Events events = new Events(alice, alice.newTask("Buy eggs"));

    @ParameterizedTest
    @CsvSource({
        "todo.tasks.CreateTask, create-task, 201",
        "todo.tasks.list.ListTasks, list-tasks, 200",
        "todo.tasks.GetTask, get-task, 200",
        "todo.tasks.ReplaceTask, replace-task, 200",
        "todo.tasks.ChangeTask, change-task, 200",
        "todo.tasks.CompleteTask, complete-task, 200",
        "todo.tasks.DeleteTask, delete-task, 200",
        "todo.profile.Account, who-am-i, 200",
        "todo.metrics.Metrics, metrics, 403",
        "todo.tasks.sync.BatchTasks, batch-tasks, 200",
        "todo.tasks.sync.ListChanges, list-changes, 200",
    })
    void a_function_holds_no_connection_in_its_snapshot_and_then_answers_its_event_with_one_log_line(
            String handler, String event, int status) {
        try (var function = startFromSnapshot(handler, 100)) {
            var answer = json(function.invoke(events.read(event)));

            assertThat(answer.path("statusCode").asInt()).as(answer.toString()).isEqualTo(status);
            assertThat(lines(function)).singleElement().satisfies(line -> {
                assertThat(line.path("status").asInt()).isEqualTo(status);
                assertThat(line.path("round_trips").asInt()).isOne();
                assertThat(line.path("user_id").asText()).isEqualTo(alice.id().toString());
                assertThat(line.has("session_id")).isTrue();
                assertThat(line.path("cold_start").asInt()).isOne();
            });
            assertThat(function.output()).doesNotContain(alice.token(), "eggs", "milk", "litres");
        }
    }

    @Test
    void registering_logging_in_and_logging_out_logs_no_secret() {
        var bob = new Person(Api.shared(), alice.id(), "bob-" + UUID.randomUUID() + "@example.org", alice.token());
        try (var function = startFromSnapshot(Authentication.class.getName(), 100)) {
            for (var step : List.of("register 201", "log-in 200", "log-out 200")) {
                var event = new Events(bob, alice.id()).read(step.split(" ", 2)[0]);

                assertThat(step)
                        .endsWith(
                                json(function.invoke(event)).path("statusCode").asText());
            }
            assertThat(lines(function))
                    .extracting(line -> line.path("cold_start").asInt())
                    .containsExactly(1, 0, 0);
            assertThat(function.output()).doesNotContain(Api.PASSWORD, bob.token(), bob.email(), "eyJ");
        }
    }

    @Test
    void liveness_and_readiness_answer_200() {
        try (var function = startFromSnapshot(Information.class.getName(), 1)) {
            for (var step : List.of("liveness 0", "readiness 1")) {
                var answer = json(function.invoke(events.read(step.split(" ", 2)[0])));

                assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
                assertThat(step)
                        .endsWith(lines(function).getLast().path("round_trips").asText());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"todo.mail.SendMail, send-mail, 3", "todo.mail.SweepMail, sweep-mail, 4"})
    void mail_is_sent_after_a_restore_from_a_snapshot(String handler, String event, int statements) {
        var outbox = OwnDatabase.create();
        var server = MailServer.shared();
        outbox.run("insert into users (id, email, name) values (?, ?, 'Ada')", alice.id(), alice.email());
        outbox.run(
                "insert into mails (id, kind, user_id, recipient) select uuidv7(), 'verification', id, email from users");
        var settings = new HashMap<>(MailServer.settings("smtp://localhost:" + server.plainPort()));
        settings.put("DATABASE_URL", outbox.url());
        var sender = LambdaJvm.of(handler, Api.environment(settings)).snapStarted();
        try (var function = RunningFunction.start(sender)) {
            function.awaitSnapshot();
            function.restore();
            function.invoke(events.read(event));

            assertThat(server.messagesTo(alice.email())).hasSize(1);
            assertThat(lines(function)).singleElement().satisfies(line -> {
                assertThat(line.path("event").asText()).isEqualTo("run");
                assertThat(line.path("mail_sent").asInt()).isOne();
                assertThat(line.path("round_trips").asInt()).isEqualTo(statements);
            });
            assertThat(function.output()).doesNotContain(alice.email(), "Ada", "token");
        }
    }

    @Test
    void a_snapshot_contains_what_a_kick_of_the_mail_queue_needs() {
        var sqs = SqsServer.shared();
        var queue = sqs.newQueue();
        var bob = new Person(Api.shared(), alice.id(), Api.newEmail(), alice.token());
        var jvm = LambdaJvm.of(Authentication.class.getName(), Api.environment(sqs.environment(queue)));
        try (var function = RunningFunction.start(jvm.snapStarted())) {
            function.awaitSnapshot();
            assertThat(sqs.receive(queue)).containsOnlyOnce("messageId");
            function.restore();

            var registered = json(function.invoke(new Events(bob, alice.id()).read("register")));

            assertThat(registered.path("statusCode").asInt()).isEqualTo(201);
            assertThat(sqs.receive(queue)).containsOnlyOnce("messageId");
            assertThat(function.output()).doesNotContain("mail_queue_unreachable");
        }
    }

    @ParameterizedTest
    @CsvSource({"todo.tasks.GetTask, get-task", "todo.accounts.Authentication, log-in", "todo.profile.Account, who-am-i"
    })
    void a_request_that_causes_no_mail_loads_no_client_of_mail_or_its_queue(String handler, String event)
            throws IOException {
        var log = Files.createTempFile("classes", null);
        var settings = Api.environment(Map.of("MAIL_QUEUE_URL", "https://sqs.eu-central-1.amazonaws.com/1/mail"));
        var jvm = LambdaJvm.of(handler, settings).with("-Xlog:class+load:file=" + log);
        try (var function = RunningFunction.start(jvm)) {
            assertThat(json(function.invoke(events.read(event)))
                            .path("statusCode")
                            .asInt())
                    .isEqualTo(200);
        }

        assertThat(log)
                .content()
                .contains(handler)
                .doesNotContain(
                        "jakarta.mail.",
                        "org.eclipse.angus.",
                        "awssdk.core.",
                        "awssdk.services.",
                        "todo.mail.delivery.");
    }

    @Test
    void the_authorizer_needs_no_database_and_allows_all_routes_to_a_valid_token() {
        var keys = Map.of("TOKEN_KEYS", Api.environment(Map.of()).get("TOKEN_KEYS"));
        try (var function = RunningFunction.start(Authorizer.class.getName(), keys)) {
            var policy = json(function.invoke(events.read("authorizer")));

            assertThat(policy.path("principalId").asText()).isEqualTo(alice.id().toString());
            assertThat(policy.findValuesAsText("Effect")).containsExactly("Allow");
            assertThat(policy.findValuesAsText("Resource"))
                    .containsExactly("arn:aws:execute-api:us-east-1:123456789012:api1234567/local/*/*");
            assertThatThrownBy(() -> function.invoke(events.read("authorizer").replace(alice.token(), "ey.J.x")))
                    .hasMessage("Unauthorized");
            assertThat(function.output()).doesNotContain(alice.token());
        }
    }

    @Test
    void the_authorizer_verifies_tokens_after_a_restore_from_its_primed_snapshot() {
        var authorizer = LambdaJvm.of(Authorizer.class.getName(), Api.environment(Map.of()));
        try (var restored = RunningFunction.start(authorizer.snapStarted())) {
            restored.awaitSnapshot();
            restored.restore();

            assertThat(json(restored.invoke(events.read("authorizer")))
                            .path("principalId")
                            .asText())
                    .isEqualTo(alice.id().toString());
            assertThat(restored.output()).doesNotContain("Exception");
        }
    }

    @Test
    void a_function_without_a_database_url_fails_at_init_and_names_the_missing_setting() {
        try (var function = RunningFunction.start(Account.class.getName(), Map.of())) {
            assertThatThrownBy(() -> function.invoke(events.read("who-am-i")))
                    .hasMessageContaining("DATABASE_URL or DATABASE_SECRET_ARN must be set")
                    .hasFieldOrPropertyWithValue("phase", Phase.INIT);
        }
    }

    /// Starts a function, takes its snapshot and restores it. Priming must have executed at least
    /// `statements` statements, and the snapshot must contain no open connection.
    private static RunningFunction startFromSnapshot(String handler, long statements) {
        var role = AppRole.create("frozen", Map.of());
        var environment = Api.environment(Map.of("DATABASE_URL", role.url()));
        var function = RunningFunction.start(LambdaJvm.of(handler, environment).snapStarted());
        function.awaitSnapshot();
        assertThat(role.statements()).isGreaterThanOrEqualTo(statements);
        assertThat(role.connections()).isZero();
        function.restore();
        return function;
    }

    private static List<JsonNode> lines(RunningFunction function) {
        return function.output().lines().map(LambdaTest::json).toList();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError("Not JSON: " + text, notJson);
        }
    }
}
