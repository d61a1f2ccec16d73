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
import todo.contract.ApiDocument;
import todo.contract.DescribedOperation;

/// The routes in the template, in openapi.yaml and in the code are the same.
final class RouteListsTest {
    private static final Pattern ROUTE = Pattern.compile("[`\"]((?:GET|POST|PUT|PATCH|DELETE) /[^`\"]*)[`\"]");

    private final List<SamFunction> functions = SamFunction.of(SamTemplate.read(Path.of("template.yaml")));
    private final List<DescribedOperation> operations = DescribedOperation.allOf(ApiDocument.read());

    RouteListsTest() throws IOException {}

    @Test
    void openapi_yaml_has_exactly_the_routes_of_the_template() {
        assertThat(operations.stream().map(DescribedOperation::route))
                .containsExactlyInAnyOrderElementsOf(all(SamFunction::routes));
    }

    @Test
    void openapi_yaml_and_the_template_require_a_token_on_the_same_routes() {
        assertThat(operations.stream()
                        .filter(operation -> !operation.isPublic())
                        .map(DescribedOperation::route))
                .containsExactlyInAnyOrderElementsOf(all(SamFunction::authenticatedRoutes));
    }

    @Test
    void the_code_names_every_operation_and_only_routes_of_the_template() throws IOException {
        var named = routesInCode();
        var canonical =
                operations.stream().filter(operation -> !operation.isAlias()).map(DescribedOperation::route);

        assertThat(all(SamFunction::routes)).containsAll(named);
        assertThat(named).containsAll(canonical.toList());
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
