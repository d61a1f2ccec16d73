package todo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The event files for `sam local invoke`.
final class EventFilesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<SamFunction> functions = SamFunction.of(SamTemplate.read(Path.of("template.yaml")));

    EventFilesTest() throws IOException {}

    @Test
    void every_function_has_an_event_file_and_every_event_file_a_function() throws IOException {
        var callers = new HashMap<String, String>(Map.of("events/authorizer.json", "Authorizer"));
        for (var file : events()) {
            callers.computeIfAbsent(file.toString(), _ -> functionCalledBy(file));
        }
        assertThat(callers.values())
                .containsAll(functions.stream().map(SamFunction::name).toList());
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
                    .filter(function -> function.routes().contains(route))
                    .map(SamFunction::name)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(file + " calls no function: " + route));
        } catch (IOException broken) {
            throw new AssertionError(file + " can't be read", broken);
        }
    }
}
