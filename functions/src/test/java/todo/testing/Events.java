package todo.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/// The sample events in `events/`, with a real person, session and task in place of the examples.
public record Events(Person person, UUID task) {
    private static final Path FOLDER = Path.of("events");
    private static final ObjectMapper JSON = new ObjectMapper();

    public String read(String name) {
        var real = Map.of(
                "0199a3f2-6c1e-7b4d-9a52-3f8e1d7c6b5a", person.id().toString(),
                "0199a3f2-7d20-7c5e-8b63-4a9f2e8d7c6b", session(person.token()),
                "0199a3f3-8e31-7d6f-9c74-5ba03f9e8d7c", task.toString(),
                "<access token>", person.token(),
                "ada@example.com", person.email());
        var event = text(FOLDER.resolve(name + ".json"));
        for (var example : real.entrySet()) {
            event = event.replace(example.getKey(), example.getValue());
        }
        return event;
    }

    /// The session that a token names.
    private static String session(String token) {
        var claims = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), UTF_8);
        try {
            return JSON.readTree(claims).path("sid").asText();
        } catch (JsonProcessingException notJson) {
            throw new AssertionError("No claims: " + claims, notJson);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
