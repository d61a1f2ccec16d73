package todo.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;

/// Random keys for settings that the developer has not set.
final class LocalKeys {
    private static final int BYTES = 32;

    private LocalKeys() {}

    /// Returns a new key.
    static String random() {
        var key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return "local:" + Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }

    /// Returns the key in this file. Creates it if it does not exist. A temporary file is readable by its owner
    /// only from its creation on.
    static String in(Path file) throws IOException {
        if (!Files.exists(file)) {
            var draft = Files.createTempFile(file.toAbsolutePath().getParent(), "key", null);
            Files.move(Files.writeString(draft, random()), file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file);
    }
}
