package todo.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// Validates responses: status, headers and body must be documented.
record ResponseValidator(SchemaValidator schemas) {
    /// Headers of HTTP itself, and headers of the gateway that no client needs.
    private static final Set<String> IGNORED =
            Set.of("content-type", "content-length", "date", "x-amzn-requestid", "x-amzn-errortype", "x-amz-apigw-id");

    List<String> violations(ApiDocument described, RecordedExchange exchange) {
        if (!described.exists()) {
            return List.of("undescribed status " + exchange.answer().statusCode());
        }
        return Stream.of(missing(described, exchange), headers(described, exchange), body(described, exchange))
                .flatMap(violations -> violations)
                .toList();
    }

    private static Stream<String> missing(ApiDocument described, RecordedExchange exchange) {
        return described.at("headers").members().entrySet().stream()
                .filter(header -> header.getValue().json().path("required").asBoolean())
                .filter(header -> exchange.answerHeader(header.getKey()).isEmpty())
                .map(header -> "missing header " + header.getKey());
    }

    private Stream<String> headers(ApiDocument described, RecordedExchange exchange) {
        return exchange.answer().headers().map().keySet().stream()
                .filter(name -> !IGNORED.contains(name.toLowerCase(Locale.ROOT)))
                .flatMap(name -> described.at("headers").members().entrySet().stream()
                        .filter(header -> header.getKey().equalsIgnoreCase(name))
                        .findFirst()
                        .map(header -> violations(
                                        header.getValue(),
                                        exchange.answerHeader(name).orElseThrow())
                                .map(violation -> name + violation))
                        .orElseGet(() -> Stream.of("undescribed header " + name)));
    }

    private Stream<String> violations(ApiDocument header, String value) {
        return schemas.violationsOfText(header.at("schema"), value).stream();
    }

    private Stream<String> body(ApiDocument described, RecordedExchange exchange) {
        var body = exchange.answer().body();
        if (!described.at("content").exists()) {
            return body.isEmpty() ? Stream.empty() : Stream.of("undescribed body");
        }
        if (exchange.method().equals("HEAD")) {
            return Stream.empty();
        }
        var type = exchange.answerHeader("Content-Type").orElse("");
        var content = described.at("content", type);
        if (!content.exists()) {
            return Stream.of("undescribed content type " + type);
        }
        var value = value(type, body);
        return Stream.concat(
                schemas.violations(content.at("schema"), value).stream(),
                code(content, value.path("error_code").asText()));
    }

    private static JsonNode value(String type, String body) {
        if (type.equals("application/yaml")) {
            return ApiDocument.parsed(body).json();
        }
        return type.contains("json") ? SchemaValidator.parsed(body) : TextNode.valueOf(body);
    }

    /// Reports an error code that is not among the documented examples.
    private static Stream<String> code(ApiDocument content, String code) {
        var codes = content.at("examples").members().values().stream()
                .map(example -> example.at("value").text("error_code"));
        return code.isEmpty() || codes.anyMatch(code::equals) ? Stream.empty() : Stream.of("undescribed error " + code);
    }
}
