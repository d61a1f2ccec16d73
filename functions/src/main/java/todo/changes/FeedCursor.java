package todo.changes;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import todo.http.Ids;
import todo.http.OpaqueCursor;

/// A place in one user's feed: behind the change at `position`. Its holder began to follow when the feed was at
/// `start`, and never knew what had been deleted before.
record FeedCursor(UUID owner, long position, long start) implements OpaqueCursor {
    private static final Pattern FORM = Pattern.compile("1 (\\S+) (\\d{1,18}) (\\d{1,18})");

    static Optional<FeedCursor> parse(String plain) {
        var parts = FORM.matcher(plain);
        return Optional.of(parts)
                .filter(Matcher::matches)
                .flatMap(it -> Ids.parse(it.group(1)))
                .map(owner -> new FeedCursor(owner, Long.parseLong(parts.group(2)), Long.parseLong(parts.group(3))));
    }

    /// The same follower, so much further.
    FeedCursor at(long position) {
        return new FeedCursor(owner, position, start);
    }

    @Override
    public String text() {
        return OpaqueCursor.of(1, owner, position, start);
    }
}
