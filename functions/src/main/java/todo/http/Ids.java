package todo.http;

import com.github.f4b6a3.uuid.alt.GUID;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// UUIDs: new ones grow with time (version 7), given ones are taken in their one full form only.
public final class Ids {
    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Ids() {}

    public static UUID next() {
        return GUID.v7().toUUID();
    }

    public static Optional<UUID> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
