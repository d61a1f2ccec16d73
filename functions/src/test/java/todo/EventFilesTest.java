package todo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// The event files for `sam local invoke`.
final class EventFilesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<SamFunction> functions = SamFunction.of(SamTemplate.read(Path.of("template.yaml")));

    EventFilesTest() throws IOException {}

    @Test
    void every_function_has_an_event_file_and_every_event_file_a_function() throws IOException {
        var called = events().stream().map(this::functionCalledBy).toList();

        assertThat(called).containsAll(functions.stream().map(SamFunction::name).toList());
    }

    /// Returns the file for a function that has no routes.
    private static String fileName(SamFunction function) {
        return function.name().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT) + ".json";
    }

    private static List<Path> events() throws IOException {
        try (var files = Files.list(Path.of("events"))) {
            return files.toList();
        }
    }

    private String functionCalledBy(Path file) {
        try {
            var event = JSON.readTree(file.toFile());
            var route = event.path("httpMethod").asText() + " "
                    + event.path("resource").asText();
            return functions.stream()
                    .filter(function -> event.has("httpMethod")
                            ? function.routes().contains(route)
                            : file.endsWith(fileName(function)))
                    .map(SamFunction::name)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(file + " calls no function: " + route));
        } catch (IOException broken) {
            throw new AssertionError(file + " can't be read", broken);
        }
    }
}
