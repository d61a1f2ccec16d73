package todo;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Environment variables. Error messages never quote values, because some are secret.
public record Variables(Map<String, String> values) {
    /// Returns the value without surrounding space, because a value from a file often ends with a line break.
    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    <T> T value(String name, String defaultValue, Function<String, T> reader) {
        return read(name, text(name).orElse(defaultValue), reader);
    }

    /// @throws IllegalStateException if the variable is not set or invalid
    <T> T required(String name, Function<String, T> reader) {
        return text(name)
                .map(value -> read(name, value, reader))
                .orElseThrow(() -> new IllegalStateException(name + " must be set"));
    }

    /// Returns a whole number in this range, or `defaultValue` if the variable is not set.
    public int number(String name, int least, int most, int defaultValue) {
        return text(name)
                .map(value -> read(name, value, text -> within(Integer.parseInt(text), least, most)))
                .orElse(defaultValue);
    }

    /// Returns a duration from one second to 365 days, or `defaultValue` if the variable is not set.
    Duration duration(String name, Duration defaultValue) {
        return text(name).map(value -> read(name, value, Variables::duration)).orElse(defaultValue);
    }

    /// @throws IllegalStateException naming the variable, if `reader` refuses its value
    <T> T read(String name, String value, Function<String, T> reader) {
        try {
            return reader.apply(value);
        } catch (NumberFormatException _) {
            throw new IllegalStateException(name + " must be a whole number");
        } catch (IllegalArgumentException refusal) {
            throw new IllegalStateException(name + " " + refusal.getMessage());
        }
    }

    private static int within(int number, int least, int most) {
        if (number < least || number > most) {
            throw new IllegalArgumentException("must be from " + least + " to " + most);
        }
        return number;
    }

    private static Duration duration(String text) {
        try {
            var duration = Duration.parse(text);
            if (duration.toSeconds() >= 1 && duration.toDays() <= 365) {
                return duration;
            }
        } catch (DateTimeParseException _) {
            // reported below
        }
        throw new IllegalArgumentException("must be an ISO-8601 duration from PT1S to P365D, such as PT30M");
    }

    @Override
    public String toString() {
        return "Variables" + values.keySet();
    }
}
