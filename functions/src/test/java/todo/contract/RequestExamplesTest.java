package todo.contract;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import todo.testing.AccountClient;

/// Sends every request example of openapi.yaml, for every route.
final class RequestExamplesTest {
    static Stream<RequestExample> examples() {
        return DescribedOperation.allOf(ApiDocument.read()).stream()
                .flatMap(operation -> RequestExample.allOf(operation).stream());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_example_in_openapi_yaml_succeeds(RequestExample example) {
        example.by(AccountClient.ofNewUser().person()).send().isSuccess();
    }
}
