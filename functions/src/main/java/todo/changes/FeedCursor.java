package todo.changes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import todo.http.Ids;

/// A place in one user's feed: behind the change at `position`. Its holder began to follow when the feed was at
/// `start`, and never knew what had been deleted before. Clients get it as one opaque word.
record FeedCursor(UUID owner, long position, long start) {
    private static final Pattern FORM = Pattern.compile("1 (\\S+) (\\d{1,18}) (\\d{1,18})");

    static Optional<FeedCursor> parse(String text) {
        try {
            var parts = FORM.matcher(new String(Base64.getUrlDecoder().decode(text), UTF_8));
            return Optional.of(parts)
                    .filter(Matcher::matches)
                    .flatMap(it -> Ids.parse(it.group(1)))
                    .map(owner ->
                            new FeedCursor(owner, Long.parseLong(parts.group(2)), Long.parseLong(parts.group(3))));
        } catch (IllegalArgumentException _) { // not Base64
            return Optional.empty();
        }
    }

    /// The same follower, so much further.
    FeedCursor at(long position) {
        return new FeedCursor(owner, position, start);
    }

    String text() {
        var plain = String.join(" ", "1", owner.toString(), Long.toString(position), Long.toString(start));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
    }
}
