package todo.contract;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// Judges answers: status, headers and body must be as the description says, and nothing else may be there.
record Answers(Schemas schemas) {
    /// HTTP's own, and those of the gateway that no client needs.
    private static final Set<String> OF_NO_INTEREST =
            Set.of("content-type", "content-length", "date", "x-amzn-requestid", "x-amzn-errortype", "x-amz-apigw-id");

    List<String> faults(Document described, Exchange exchange) {
        if (!described.exists()) {
            return List.of("undescribed status " + exchange.answer().statusCode());
        }
        return Stream.of(missing(described, exchange), headers(described, exchange), body(described, exchange))
                .flatMap(faults -> faults)
                .toList();
    }

    private static Stream<String> missing(Document described, Exchange exchange) {
        return described.at("headers").members().entrySet().stream()
                .filter(header -> header.getValue().json().path("required").asBoolean())
                .filter(header -> exchange.answerHeader(header.getKey()).isEmpty())
                .map(header -> "missing header " + header.getKey());
    }

    private Stream<String> headers(Document described, Exchange exchange) {
        return exchange.answer().headers().map().keySet().stream()
                .filter(name -> !OF_NO_INTEREST.contains(name.toLowerCase(Locale.ROOT)))
                .flatMap(name -> described.at("headers").members().entrySet().stream()
                        .filter(header -> header.getKey().equalsIgnoreCase(name))
                        .findFirst()
                        .map(header -> faults(
                                        header.getValue(),
                                        exchange.answerHeader(name).orElseThrow())
                                .map(fault -> name + fault))
                        .orElseGet(() -> Stream.of("undescribed header " + name)));
    }

    private Stream<String> faults(Document header, String value) {
        return schemas.faultsOfText(header.at("schema"), value).stream();
    }

    private Stream<String> body(Document described, Exchange exchange) {
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
        var value = type.contains("json") ? Schemas.parsed(body) : TextNode.valueOf(body);
        return Stream.concat(
                schemas.faults(content.at("schema"), value).stream(),
                code(content, value.path("error_code").asText()));
    }

    /// Each error that an operation may answer is one of its examples.
    private static Stream<String> code(Document content, String code) {
        var codes = content.at("examples").members().values().stream()
                .map(example -> example.at("value").text("error_code"));
        return code.isEmpty() || codes.anyMatch(code::equals) ? Stream.empty() : Stream.of("undescribed error " + code);
    }
}
