package todo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Rules for template.yaml. Each is also applied to a copy of the template that violates it.
final class TemplateRulesTest {
    private static final String GLOBALS = "/Globals/Function";
    private static final String API = "/Resources/Api/Properties";
    private static final String GET_TASK = "/Resources/GetTask/Properties";
    private static final String ACCOUNT = "/Resources/Account/Properties";

    static Stream<Arguments> rules() {
        return Stream.of(
                rule(
                        "routes need a token, but for the public ones",
                        TemplateRules::publicRoutes,
                        copy -> at(copy, GET_TASK + "/Events/Tasks/Properties")
                                .putObject("Auth")
                                .put("Authorizer", "NONE")),
                rule(
                        "preflight requests need no token",
                        TemplateRules::preflights,
                        copy -> at(copy, API + "/Auth").remove("AddDefaultAuthorizerToCorsPreflight")),
                rule(
                        "gateway responses are problems with CORS headers",
                        TemplateRules::gatewayResponses,
                        copy -> at(copy, API + "/GatewayResponses/THROTTLED/ResponseParameters/Headers")
                                .remove("Access-Control-Allow-Origin")),
                rule(
                        "functions end before the gateway's limit of 29 s",
                        TemplateRules::timeouts,
                        copy -> at(copy, GLOBALS).put("Timeout", 30)),
                rule(
                        "the authorizer ends within 10 s",
                        TemplateRules::authorizerTimeout,
                        copy -> at(copy, "/Resources/Authorizer/Properties").remove("Timeout")),
                rule(
                        "each function has its own role",
                        TemplateRules::roles,
                        copy -> at(copy, GET_TASK).put("Role", "shared")),
                rule(
                        "each function is published with SnapStart and an alias",
                        TemplateRules::snapStart,
                        copy -> at(copy, GLOBALS).remove("SnapStart")),
                rule(
                        "each function is invoked every week",
                        TemplateRules::weeklyEvents,
                        copy -> at(copy, GET_TASK + "/Events").remove("KeepSnapshot")),
                rule(
                        "functions that hash passwords have a whole processor",
                        TemplateRules::memory,
                        copy -> at(copy, ACCOUNT).put("MemorySize", 1024)),
                rule(
                        "no statement allows all resources",
                        TemplateRules::wildcards,
                        copy -> at(copy, GET_TASK)
                                .putArray("Policies")
                                .addObject()
                                .put("Resource", "*")),
                rule(
                        "log groups have a retention",
                        TemplateRules::logRetention,
                        copy -> at(copy, "/Resources/FunctionLogs/Properties").remove("RetentionInDays")),
                rule(
                        "requests and responses are never logged",
                        TemplateRules::dataTrace,
                        copy -> ((ObjectNode) copy.at(API + "/MethodSettings/0")).put("DataTraceEnabled", "true")),
                rule(
                        "reserved concurrency stays below the database's limit",
                        TemplateRules::concurrency,
                        copy -> at(copy, "/Parameters/TaskConcurrency").put("Default", 1_001)),
                rule(
                        "the database never throttles authorizer and documentation",
                        TemplateRules::unreserved,
                        copy -> at(copy, "/Resources/Information/Properties").put("ReservedConcurrentExecutions", 5)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void the_template_follows_the_rule_and_a_bad_copy_does_not(
            String name, TemplateRules.Rule rule, Consumer<JsonNode> violate) throws IOException {
        var template = SamTemplate.read(Path.of("template.yaml"));
        assertThat(rule.violations(template)).isEmpty();

        violate.accept(template);

        assertThat(rule.violations(template)).isNotEmpty();
    }

    private static Arguments rule(String name, TemplateRules.Rule rule, Consumer<JsonNode> violate) {
        return Arguments.of(name, rule, violate);
    }

    private static ObjectNode at(JsonNode template, String pointer) {
        return (ObjectNode) template.at(pointer);
    }
}
