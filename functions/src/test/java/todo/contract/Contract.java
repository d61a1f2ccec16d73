package todo.contract;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Validates requests and responses against openapi.yaml: every response must be documented, and every
/// accepted request must be valid.
public final class Contract {
    private static final ApiDocument DOCUMENT = ApiDocument.read();
    private static final SchemaValidator SCHEMAS = new SchemaValidator(DOCUMENT);
    private static final RequestValidator REQUESTS = new RequestValidator(SCHEMAS);
    private static final ResponseValidator RESPONSES = new ResponseValidator(SCHEMAS);

    /// By path. Exact paths come before those with variables, because the gateway prefers them: `{` sorts
    /// after letters.
    private static final TreeMap<String, List<DescribedOperation>> OPERATIONS =
            DescribedOperation.allOf(DOCUMENT).stream()
                    .collect(groupingBy(DescribedOperation::path, TreeMap::new, toList()));

    private Contract() {}

    public static void check(RecordedExchange exchange) {
        if (!exchange.method().equals("OPTIONS")) { // the gateway answers preflights
            assertThat(violations(exchange)).as("%s", exchange).isEmpty();
        }
    }

    private static List<String> violations(RecordedExchange exchange) {
        var operation = operation(exchange);
        if (operation.isEmpty()) {
            return RESPONSES.violations(DOCUMENT.at("components", "responses", "RouteNotFound"), exchange);
        }
        Coverage.record(operation.get(), exchange);
        var answer =
                RESPONSES.violations(operation.get().answer(exchange.answer().statusCode()), exchange);
        return exchange.isAccepted()
                ? Stream.concat(answer.stream(), REQUESTS.violations(operation.get(), exchange).stream())
                        .toList()
                : answer;
    }

    /// Finds the path first and then the method, as the gateway does.
    private static Optional<DescribedOperation> operation(RecordedExchange exchange) {
        return OPERATIONS.values().stream()
                .filter(operations ->
                        operations.getFirst().match(exchange.path()).isPresent())
                .findFirst()
                .flatMap(operations -> operations.stream()
                        .filter(operation -> operation.method().equals(exchange.method()))
                        .findFirst());
    }
}
