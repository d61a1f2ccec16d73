package todo.contract;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import todo.testing.AccountClient;

/// Sends what openapi.yaml gives as examples: each must succeed, on every route.
final class EveryOperationTest {
    static Stream<Example> examples() {
        return Operation.allOf(Document.read()).stream().flatMap(operation -> Example.allOf(operation).stream());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_example_can_be_sent(Example example) {
        example.by(AccountClient.ofNewUser().person()).send().isSuccess();
    }
}
