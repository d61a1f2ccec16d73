package todo.contract;

import static todo.contract.Exchange.decoded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Judges requests that were accepted: each must be one that the description allows.
record Requests(Schemas schemas) {
    List<String> faults(Operation operation, Exchange exchange) {
        return Stream.of(
                        path(operation, exchange),
                        query(operation, exchange),
                        headers(operation, exchange),
                        body(operation, exchange))
                .flatMap(faults -> faults)
                .toList();
    }

    private Stream<String> path(Operation operation, Exchange exchange) {
        var values = operation.match(exchange.path()).orElseThrow();
        return operation.parameters("path").stream()
                .flatMap(parameter -> faults(parameter, decoded(values.getOrDefault(parameter.text("name"), ""))));
    }

    /// What an operation knows no parameters of, it does not look at.
    private Stream<String> query(Operation operation, Exchange exchange) {
        var parameters = operation.parameters("query");
        if (parameters.isEmpty()) {
            return Stream.empty();
        }
        return exchange.query().entrySet().stream()
                .flatMap(sent -> parameters.stream()
                        .filter(parameter -> parameter.text("name").equals(sent.getKey()))
                        .findFirst()
                        .map(parameter -> sent.getValue().stream().flatMap(value -> faults(parameter, value.strip())))
                        .orElseGet(() -> Stream.of("unknown parameter " + sent.getKey())));
    }

    private Stream<String> headers(Operation operation, Exchange exchange) {
        return operation.parameters("header").stream()
                .filter(parameter ->
                        !parameter.json().path("x-ignored-when-invalid").asBoolean())
                .flatMap(parameter -> Optional.ofNullable(exchange.headers().get(parameter.text("name"))).stream()
                        .flatMap(value -> faults(parameter, value)));
    }

    private Stream<String> body(Operation operation, Exchange exchange) {
        var described = operation.here().at("requestBody");
        var sent = Optional.ofNullable(exchange.body()).orElse("");
        var isNeeded = described.json().path("required").asBoolean();
        if (!described.exists() || (sent.isEmpty() && !isNeeded)) {
            return Stream.empty();
        }
        var type = Exchange.mediaType(exchange.headers().getOrDefault("Content-Type", ""));
        var content = described.at("content", type);
        return content.exists()
                ? schemas.faults(content.at("schema"), stripped(Schemas.parsed(sent))).stream()
                : Stream.of("undescribed body of type " + type);
    }

    private Stream<String> faults(Document parameter, String value) {
        return schemas.faultsOfText(parameter.at("schema"), value).stream()
                .map(fault -> parameter.text("name") + fault);
    }

    /// Without the space around texts, which the API does not count.
    private static JsonNode stripped(JsonNode json) {
        json.properties().forEach(member -> member.setValue(stripped(member.getValue())));
        if (json instanceof ArrayNode list) {
            IntStream.range(0, list.size()).forEach(index -> list.set(index, stripped(list.get(index))));
        }
        return json.isTextual() ? TextNode.valueOf(json.textValue().strip()) : json;
    }
}
