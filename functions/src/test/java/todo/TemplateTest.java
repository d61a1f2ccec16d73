package todo;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import todo.http.ErrorCode;
import todo.telemetry.Counter;
import todo.telemetry.Incident;
import todo.testing.Api;
import todo.values.Choices;

class TemplateTest {
    private static final Path FILE = Path.of("template.yaml");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode template = SamTemplate.read(FILE);
    private final JsonNode api = template.path("Resources").path("Api").path("Properties");
    private final List<SamFunction> functions = SamFunction.of(template);

    TemplateTest() throws IOException {}

    @Test
    void every_function_has_the_name_of_its_handler_class() {
        assertThat(functions).hasSizeGreaterThan(9).allSatisfy(function -> {
            var type = Class.forName(function.handler());
            assertThat(type).isPublic().isAssignableTo(RequestStreamHandler.class);
            assertThat(type.getSimpleName()).isEqualTo(function.name());
        });
    }

    @Test
    void every_task_operation_is_on_all_three_route_prefixes() {
        assertThat(functions)
                .filteredOn(function -> function.handler().matches("todo\\.tasks\\.(list\\.)?\\w+"))
                .hasSize(7)
                .allSatisfy(function -> assertThat(function.collections())
                        .containsExactlyInAnyOrder(
                                "/api/v1/users/{user_id}/tasks", "/api/{user_id}/tasks", "/api/users/{user_id}/todos"));
    }

    @Test
    void no_route_is_listed_twice() {
        assertThat(functions.stream().flatMap(function -> function.routes().stream()))
                .hasSizeGreaterThan(20)
                .doesNotHaveDuplicates();
    }

    @Test
    void every_route_is_handled_by_the_function_that_it_leads_to() {
        var ada = Api.shared().newPerson();

        assertThat(functions.stream().flatMap(function -> function.routes().stream()))
                .allSatisfy(route -> {
                    var path = route.replace("{user_id}", ada.id().toString())
                            .replaceAll(
                                    "\\{(task|session)_id}", UUID.randomUUID().toString())
                            .replace("{file}", "docs.css")
                            .replace("{provider}", "google")
                            .split(" ", 2);
                    var answer = ada.request(path[0], path[1]).send();
                    assertThat(answer.status()).isLessThan(500);
                    assertThat(answer.status() == 404 ? answer.text("error_code") : "")
                            .isNotEqualTo("ROUTE_NOT_FOUND");
                });
    }

    @Test
    void a_function_may_read_exactly_the_secrets_named_in_its_environment() {
        assertThat(functions)
                .allSatisfy(function -> assertThat(function.readableSecrets())
                        .isNotEmpty()
                        .isEqualTo(function.namedSecrets().stream()
                                .map(arn -> arn + "-??????") // what Secrets Manager appends to a name
                                .collect(toSet())));
    }

    @Test
    void no_environment_variable_holds_a_secret() throws IOException {
        assertThat(template.findValues("Variables"))
                .isNotEmpty()
                .flatExtracting(variables -> List.copyOf(variables.properties()))
                .filteredOn(variable -> variable.getKey().matches(".*(PASSWORD|SECRET|KEYS?)|(DATABASE|SMTP)_URL"))
                .extracting(Map.Entry::getValue)
                .allMatch(value -> value.asText().isEmpty());
        assertThat(FILE).content().doesNotContain("resolve:");
    }

    @Test
    void every_metric_that_an_alarm_watches_is_emitted() {
        var counted = Stream.concat(
                Arrays.stream(Counter.values()).map(Choices::spelled),
                template.findValues("MetricTransformations").stream()
                        .map(one -> one.findPath("MetricName").asText()));
        var awaited = template.path("Resources")
                .valueStream()
                .filter(resource -> resource.path("Type").asText().equals("AWS::CloudWatch::Alarm"))
                .map(alarm -> alarm.path("Properties"))
                .filter(alarm -> alarm.path("Namespace").asText().startsWith("todo/"))
                .map(alarm -> alarm.path("MetricName").asText());

        assertThat(awaited).hasSize(10).isSubsetOf(counted.toList());
    }

    @Test
    void every_incident_has_a_metric_filter() {
        assertThat(template.findValues("FilterPattern"))
                .extracting(JsonNode::asText)
                .containsAll(Arrays.stream(Incident.values())
                        .map(incident -> "{ $.event = \"%s\" }".formatted(Choices.spelled(incident)))
                        .toList());
    }

    @Test
    void only_the_functions_that_cause_mail_may_put_messages_into_its_queue() {
        assertThat(functions)
                .filteredOn(function ->
                        function.properties().path("Policies").toString().contains("sqs:SendMessage"))
                .extracting(SamFunction::name)
                .containsExactlyInAnyOrder("Authentication", "Account");
        assertThat(functions)
                .filteredOn(function ->
                        !function.properties().findValues("MAIL_QUEUE_URL").isEmpty())
                .extracting(SamFunction::name)
                .containsExactlyInAnyOrder("Authentication", "Account");
    }

    @Test
    void a_message_of_the_mail_queue_stays_invisible_for_six_runs_of_its_function() {
        var timeout = template.at("/Resources/SendMail/Properties/Timeout").asInt();

        assertThat(timeout).isPositive();
        assertThat(template.at("/Resources/MailQueue/Properties/VisibilityTimeout")
                        .asInt())
                .isEqualTo(6 * timeout);
    }

    @Test
    void the_gateway_throttles_readiness_checks() {
        var throttled = api.path("MethodSettings")
                .valueStream()
                .filter(setting -> setting.path("ThrottlingRateLimit").asInt() == 1)
                .map(setting -> setting.path("HttpMethod").asText() + " "
                        + setting.path("ResourcePath").asText().substring(1).replace("~1", "/"));

        assertThat(throttled).containsExactlyInAnyOrder("GET /api/v1/health/db", "GET /health/db");
    }

    @Test
    void the_gateway_invokes_a_published_version_of_the_authorizer() {
        assertThat(api.findValuesAsText("FunctionArn")).containsExactly("Authorizer.Alias");
    }

    @Test
    void every_gateway_error_is_the_problem_document_that_a_function_would_send() throws IOException {
        for (var response : api.path("GatewayResponses")) {
            var problem = problem(response.path("ResponseTemplates").path("application/json"));
            var code = ErrorCode.valueOf(problem.path("error_code").asText());

            assertThat(problem.path("type").asText()).isEqualTo("/docs#errors/" + code);
            assertThat(problem.path("detail").asText()).isEqualTo(code.detail());
            assertThat(problem.path("status_code").asInt()).isEqualTo(code.status());
            assertThat(response.path("StatusCode").asInt()).isEqualTo(code.status());
            assertThat(response.findPath("Content-Type").asText()).isEqualTo("'application/problem+json'");
        }
        assertThat(api.path("GatewayResponses")).hasSizeGreaterThan(9);
    }

    private static JsonNode problem(JsonNode substitution) throws IOException {
        var text = substitution.path(0).asText();
        for (var value : substitution.path(1).properties()) {
            text = text.replace("${" + value.getKey() + "}", value.getValue().asText());
        }
        return JSON.readTree(text);
    }
}
