package todo.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;

/// Files packaged with the code.
final class Resources {
    private Resources() {}

    /// Reads a file of this package, or from the root if the name starts with a slash.
    static String text(String name) {
        try (var resource = Resources.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException(name + " is not packaged");
            }
            return new String(resource.readAllBytes(), UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
