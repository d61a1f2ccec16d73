package todo.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;

/// What is packed beside the code.
final class Resources {
    private Resources() {}

    /// By its name in this package, or from the root if it begins with a slash.
    static String text(String name) {
        try (var resource = Resources.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException(name + " was not packed");
            }
            return new String(resource.readAllBytes(), UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
