package todo;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import todo.contract.Document;
import todo.contract.Operation;

/// Routes are listed in the template, in openapi.yaml and in the code: always the same.
final class RouteListsTest {
    private static final Pattern ROUTE = Pattern.compile("[`\"]((?:GET|POST|PUT|PATCH|DELETE) /[^`\"]*)[`\"]");

    private final List<SamFunction> functions = SamFunction.of(UntaggedYaml.read(Path.of("template.yaml")));
    private final List<Operation> operations = Operation.allOf(Document.read());

    RouteListsTest() throws IOException {}

    @Test
    void the_description_has_the_templates_routes() {
        assertThat(operations.stream().map(Operation::route))
                .containsExactlyInAnyOrderElementsOf(all(SamFunction::routes));
    }

    @Test
    void what_needs_a_token_is_the_same_in_both() {
        assertThat(operations.stream()
                        .filter(operation -> !operation.isForAnyone())
                        .map(Operation::route))
                .containsExactlyInAnyOrderElementsOf(all(SamFunction::guardedRoutes));
    }

    @Test
    void the_code_speaks_of_the_templates_routes_alone_and_of_each_operation() throws IOException {
        var spoken = routesInCode();
        var canonical = operations.stream()
                .filter(operation -> !operation.isElsewhere())
                .map(Operation::route);

        assertThat(all(SamFunction::routes)).containsAll(spoken);
        assertThat(spoken).containsAll(canonical.toList());
    }

    private static Set<String> routesInCode() throws IOException {
        try (var files = Files.walk(Path.of("functions/src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> ROUTE.matcher(text(file)).results().map(found -> found.group(1)))
                    .filter(route -> !route.equals("POST /priming"))
                    .collect(toSet());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private Set<String> all(Function<SamFunction, Set<String>> routes) {
        return functions.stream().map(routes).flatMap(Set::stream).collect(toSet());
    }
}
