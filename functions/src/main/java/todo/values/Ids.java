package todo.values;

import com.github.f4b6a3.uuid.alt.GUID;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// UUIDs. New ones have version 7, so they sort by time of creation.
public final class Ids {
    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /// Reads the system's entropy: a generator with a state of its own would repeat itself in every copy of a
    /// snapshot.
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /// Returns a new random id.
    public static UUID next() {
        return GUID.v7(Instant.now(), RANDOM).toUUID();
    }

    /// Returns the UUID that `text` spells in full, with hyphens, or empty.
    public static Optional<UUID> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
