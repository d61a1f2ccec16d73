package todo.contract;

import static todo.contract.RecordedExchange.decoded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Validates accepted requests: the document must allow each of them.
record RequestValidator(SchemaValidator schemas) {
    List<String> violations(DescribedOperation operation, RecordedExchange exchange) {
        return Stream.of(
                        path(operation, exchange),
                        query(operation, exchange),
                        headers(operation, exchange),
                        body(operation, exchange))
                .flatMap(violations -> violations)
                .toList();
    }

    private Stream<String> path(DescribedOperation operation, RecordedExchange exchange) {
        var values = operation.match(exchange.path()).orElseThrow();
        return operation.parameters("path").stream()
                .flatMap(parameter -> violations(parameter, decoded(values.getOrDefault(parameter.text("name"), ""))));
    }

    /// Ignores the query of operations without query parameters, as the API does.
    private Stream<String> query(DescribedOperation operation, RecordedExchange exchange) {
        var parameters = operation.parameters("query");
        if (parameters.isEmpty()) {
            return Stream.empty();
        }
        return exchange.query().entrySet().stream()
                .flatMap(sent -> parameters.stream()
                        .filter(parameter -> parameter.text("name").equals(sent.getKey()))
                        .findFirst()
                        .map(parameter ->
                                sent.getValue().stream().flatMap(value -> violations(parameter, value.strip())))
                        .orElseGet(() -> Stream.of("unknown parameter " + sent.getKey())));
    }

    private Stream<String> headers(DescribedOperation operation, RecordedExchange exchange) {
        return operation.parameters("header").stream()
                .flatMap(parameter -> Optional.ofNullable(exchange.headers().get(parameter.text("name"))).stream()
                        .flatMap(value -> violations(parameter, value)));
    }

    private Stream<String> body(DescribedOperation operation, RecordedExchange exchange) {
        var described = operation.node().at("requestBody");
        var sent = Optional.ofNullable(exchange.body()).orElse("");
        var isRequired = described.json().path("required").asBoolean();
        if (!described.exists() || (sent.isEmpty() && !isRequired)) {
            return Stream.empty();
        }
        var type = RecordedExchange.mediaType(exchange.headers().getOrDefault("Content-Type", ""));
        var content = described.at("content", type);
        return content.exists()
                ? schemas.violations(content.at("schema"), stripped(SchemaValidator.parsed(sent))).stream()
                : Stream.of("undescribed body of type " + type);
    }

    private Stream<String> violations(ApiDocument parameter, String value) {
        return schemas.violationsOfText(parameter.at("schema"), value).stream()
                .map(violation -> parameter.text("name") + violation);
    }

    /// Strips white space around texts, as the API does.
    private static JsonNode stripped(JsonNode json) {
        json.properties().forEach(member -> member.setValue(stripped(member.getValue())));
        if (json instanceof ArrayNode list) {
            IntStream.range(0, list.size()).forEach(index -> list.set(index, stripped(list.get(index))));
        }
        return json.isTextual() ? TextNode.valueOf(json.textValue().strip()) : json;
    }
}
