package todo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What each rule for template.yaml finds wrong.
final class TemplateRules {
    /// Neon's pooler accepts as many clients. Each instance of a function is one.
    private static final int DATABASE_CLIENTS = 10_000;

    /// A new account's limit for all functions that reserve no concurrency.
    private static final int UNRESERVED_CONCURRENCY = 1_000;

    private static final int GATEWAY_LIMIT = 29;
    private static final Set<String> HASHING = Set.of("Authentication", "Account");
    private static final Set<String> WITHOUT_RESERVED_CONCURRENCY =
            Set.of("Authorizer", "Information", "SendMail", "SweepMail");
    private static final Set<String> PUBLIC = Set.of(
            "POST /api/v1/auth/register",
            "POST /api/v1/auth/signup",
            "POST /api/v1/auth/login",
            "POST /api/v1/auth/password/forgot",
            "POST /api/v1/auth/password/reset",
            "POST /api/v1/auth/email/verify",
            "GET /api/v1/auth/providers",
            "POST /api/v1/auth/providers/{provider}",
            "POST /api/auth/register",
            "POST /api/auth/signup",
            "POST /api/auth/login",
            "GET /api/v1/health",
            "GET /api/v1/health/db",
            "GET /health",
            "GET /health/db",
            "GET /openapi.yaml",
            "GET /openapi.json",
            "GET /docs",
            "GET /docs/{file}",
            "GET /redoc");

    private TemplateRules() {}

    /// Finds what violates a rule.
    @FunctionalInterface
    interface Rule {
        Stream<String> violations(JsonNode template);
    }

    static Stream<String> publicRoutes(JsonNode template) {
        return functions(template)
                .flatMap(function -> function.getValue().path("Events").valueStream())
                .map(event -> event.path("Properties"))
                .filter(route -> route.path("Auth").path("Authorizer").asText().equals("NONE"))
                .map(route ->
                        route.path("Method").asText() + " " + route.path("Path").asText())
                .filter(route -> !PUBLIC.contains(route));
    }

    static Stream<String> preflights(JsonNode template) {
        return Stream.of(api(template).path("Auth").path("AddDefaultAuthorizerToCorsPreflight"))
                .filter(value -> !value.isBoolean() || value.booleanValue())
                .map(JsonNode::toString);
    }

    static Stream<String> gatewayResponses(JsonNode template) {
        return api(template).path("GatewayResponses").properties().stream()
                .filter(response -> !isProblemWithCors(response.getValue()))
                .map(Map.Entry::getKey);
    }

    private static boolean isProblemWithCors(JsonNode response) {
        var headers = response.path("ResponseParameters").path("Headers");
        return headers.path("Content-Type").asText().equals("'application/problem+json'")
                && headers.has("Access-Control-Allow-Origin")
                && response.path("ResponseTemplates").toString().contains("error_code");
    }

    static Stream<String> timeouts(JsonNode template) {
        return functions(template)
                .filter(function -> function.getValue()
                        .path("Events")
                        .findValuesAsText("Type")
                        .contains("Api"))
                .filter(function -> timeout(template, function.getValue()) >= GATEWAY_LIMIT)
                .map(Map.Entry::getKey);
    }

    static Stream<String> authorizerTimeout(JsonNode template) {
        return functions(template)
                .filter(function -> function.getKey().equals("Authorizer"))
                .filter(function -> timeout(template, function.getValue()) >= 10)
                .map(Map.Entry::getKey);
    }

    static Stream<String> roles(JsonNode template) {
        return functions(template)
                .filter(function -> function.getValue().has("Role"))
                .map(Map.Entry::getKey);
    }

    static Stream<String> snapStart(JsonNode template) {
        var globals = globals(template);
        var isOn = globals.path("SnapStart").path("ApplyOn").asText().equals("PublishedVersions")
                && globals.path("AutoPublishAlias").asText().equals("live");
        return functions(template)
                .filter(function -> !isOn
                        || function.getValue().has("SnapStart")
                        || function.getValue().has("AutoPublishAlias"))
                .map(Map.Entry::getKey);
    }

    static Stream<String> weeklyEvents(JsonNode template) {
        return functions(template)
                .filter(function -> !function.getValue()
                        .at("/Events/KeepSnapshot/Properties/Schedule")
                        .asText()
                        .equals("rate(7 days)"))
                .map(Map.Entry::getKey);
    }

    static Stream<String> memory(JsonNode template) {
        return functions(template)
                .filter(function -> HASHING.contains(function.getKey()))
                .filter(function -> function.getValue().path("MemorySize").asInt() < 1769)
                .map(Map.Entry::getKey);
    }

    static Stream<String> wildcards(JsonNode template) {
        return functions(template)
                .filter(function -> function.getValue().path("Policies").findValues("Resource").stream()
                        .anyMatch(resource -> resource.asText().equals("*")))
                .map(Map.Entry::getKey);
    }

    static Stream<String> logRetention(JsonNode template) {
        return template.path("Resources").properties().stream()
                .filter(resource -> resource.getValue().path("Type").asText().equals("AWS::Logs::LogGroup"))
                .filter(group -> !group.getValue().path("Properties").has("RetentionInDays"))
                .map(Map.Entry::getKey);
    }

    static Stream<String> dataTrace(JsonNode template) {
        return api(template)
                .path("MethodSettings")
                .valueStream()
                .filter(setting -> !setting.path("DataTraceEnabled").asText().equals("false"))
                .map(JsonNode::toString);
    }

    static Stream<String> concurrency(JsonNode template) {
        var clients = functions(template)
                .map(function -> function.getValue().path("ReservedConcurrentExecutions"))
                .filter(JsonNode::isArray)
                .mapToInt(reserved -> template.path("Parameters")
                        .path(reserved.path(1).asText())
                        .path("Default")
                        .asInt())
                .sum();
        return Stream.of(clients + UNRESERVED_CONCURRENCY)
                .filter(sum -> sum > DATABASE_CLIENTS)
                .map(String::valueOf);
    }

    static Stream<String> unreserved(JsonNode template) {
        return functions(template)
                .filter(function -> WITHOUT_RESERVED_CONCURRENCY.contains(function.getKey())
                        == function.getValue().has("ReservedConcurrentExecutions"))
                .map(Map.Entry::getKey);
    }

    private static int timeout(JsonNode template, JsonNode function) {
        return function.path("Timeout").asInt(globals(template).path("Timeout").asInt());
    }

    private static JsonNode globals(JsonNode template) {
        return template.path("Globals").path("Function");
    }

    private static JsonNode api(JsonNode template) {
        return template.path("Resources").path("Api").path("Properties");
    }

    private static Stream<Map.Entry<String, JsonNode>> functions(JsonNode template) {
        return template.path("Resources").properties().stream()
                .filter(resource -> resource.getValue().path("Type").asText().equals("AWS::Serverless::Function"))
                .map(function ->
                        Map.entry(function.getKey(), function.getValue().path("Properties")));
    }
}
