package todo.load;

import java.time.Duration;
import java.time.format.DateTimeParseException;

/// Reads the options of a load test, such as `-Dusers=1000`. An invalid value is reported in one
/// line and ends the process.
final class Options {
    private Options() {}

    /// Returns a whole number from 1 to 100,000.
    static int number(String name, int otherwise) {
        var text = System.getProperty(name, String.valueOf(otherwise));
        if (!text.matches("[1-9]\\d{0,4}|100000")) {
            throw stop("-D%s must be a whole number from 1 to 100000".formatted(name));
        }
        return Integer.parseInt(text);
    }

    /// Returns `-Dduration`, in ISO 8601 without `PT`, such as `90s`, `5m` or `2h`.
    static Duration duration(String otherwise) {
        try {
            var duration = Duration.parse("PT" + System.getProperty("duration", otherwise));
            if (duration.compareTo(Duration.ofSeconds(1)) >= 0) {
                return duration;
            }
        } catch (DateTimeParseException _) {
            // reported below, as a negative one is
        }
        throw stop("-Dduration must be a time such as 90s, 5m or 2h");
    }

    /// Ends the process. Gatling would print a stack trace.
    static AssertionError stop(String reason) {
        System.err.println(reason);
        Runtime.getRuntime().halt(1);
        return new AssertionError(reason);
    }
}
