package todo.contract;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Holds requests and answers to openapi.yaml: what the API answers must be described, and what it accepts must
/// be allowed.
public final class Contract {
    private static final Document DOCUMENT = Document.read();
    private static final Schemas SCHEMAS = new Schemas(DOCUMENT);
    private static final Requests REQUESTS = new Requests(SCHEMAS);
    private static final Answers ANSWERS = new Answers(SCHEMAS);

    /// By path, exact ones before those with variables, as the gateway prefers them: `{` sorts behind letters.
    private static final TreeMap<String, List<Operation>> OPERATIONS =
            Operation.allOf(DOCUMENT).stream().collect(groupingBy(Operation::path, TreeMap::new, toList()));

    private Contract() {}

    public static void check(Exchange exchange) {
        if (!exchange.method().equals("OPTIONS")) { // preflights are the gateway's own
            assertThat(faults(exchange)).as("%s", exchange).isEmpty();
        }
    }

    private static List<String> faults(Exchange exchange) {
        var operation = operation(exchange);
        if (operation.isEmpty()) {
            return ANSWERS.faults(DOCUMENT.at("components", "responses", "RouteNotFound"), exchange);
        }
        Coverage.note(operation.get(), exchange);
        var answer = ANSWERS.faults(operation.get().answer(exchange.answer().statusCode()), exchange);
        return exchange.isAccepted()
                ? Stream.concat(answer.stream(), REQUESTS.faults(operation.get(), exchange).stream())
                        .toList()
                : answer;
    }

    /// The gateway first finds the path, then the method.
    private static Optional<Operation> operation(Exchange exchange) {
        return OPERATIONS.values().stream()
                .filter(operations ->
                        operations.getFirst().match(exchange.path()).isPresent())
                .findFirst()
                .flatMap(operations -> operations.stream()
                        .filter(operation -> operation.method().equals(exchange.method()))
                        .findFirst());
    }
}
