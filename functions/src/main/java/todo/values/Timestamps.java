package todo.values;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/// RFC 3339 timestamps with up to six decimals of a second, in the years 0001 to 9999.
public final class Timestamps {
    private static final Pattern FORM = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?(Z|[+-]\\d\\d:\\d\\d)", Pattern.CASE_INSENSITIVE);
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private Timestamps() {}

    /// The error message for an invalid timestamp, to follow the field's name.
    public static final String EXPECTED = "must be an RFC 3339 timestamp such as 2026-01-20T10:15:30Z";

    /// Returns the moment that `text` names, or empty if it is not a timestamp in that range.
    public static Optional<Instant> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            var moment = OffsetDateTime.parse(text).toInstant();
            return Optional.of(moment).filter(it -> !it.isBefore(FIRST) && !it.isAfter(LAST));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
