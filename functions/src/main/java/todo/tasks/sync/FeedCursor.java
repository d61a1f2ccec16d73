package todo.tasks.sync;

import static java.time.Instant.EPOCH;
import static java.time.temporal.ChronoUnit.MICROS;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import todo.values.Ids;
import todo.values.OpaqueCursor;

/// A position in a user's change feed.
///
/// @param position the time of the last change shown
/// @param start the time of the latest change when the client began to follow; it does not need earlier
/// deletions
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

    /// Returns a later position of the same client.
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
