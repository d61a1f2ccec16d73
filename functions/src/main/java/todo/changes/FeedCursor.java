package todo.changes;

import static java.time.Instant.EPOCH;
import static java.time.temporal.ChronoUnit.MICROS;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import todo.http.Ids;
import todo.http.OpaqueCursor;

/// A place in one user's feed: behind the change at the moment `position`. Its holder began to follow when the latest
/// change was at `start`, and never knew what had been deleted before.
record FeedCursor(UUID owner, Instant position, Instant start) implements OpaqueCursor {
    private static final Pattern FORM = Pattern.compile("2 (\\S+) (\\d{1,18}) (\\d{1,18})");

    static FeedCursor begin(UUID owner, Instant start) {
        return new FeedCursor(owner, EPOCH, start);
    }

    static Optional<FeedCursor> parse(String plain) {
        var parts = FORM.matcher(plain);
        return Optional.of(parts)
                .filter(Matcher::matches)
                .flatMap(it -> Ids.parse(it.group(1)))
                .map(owner -> new FeedCursor(owner, moment(parts.group(2)), moment(parts.group(3))));
    }

    /// The same follower, so much further.
    FeedCursor at(Instant position) {
        return new FeedCursor(owner, position, start);
    }

    @Override
    public String text() {
        return OpaqueCursor.of(2, owner, EPOCH.until(position, MICROS), EPOCH.until(start, MICROS));
    }

    private static Instant moment(String micros) {
        return EPOCH.plus(Long.parseLong(micros), MICROS);
    }
}
