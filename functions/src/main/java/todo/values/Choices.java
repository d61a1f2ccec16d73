package todo.values;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Enum constants as the API spells them: in lower case. No other spelling is accepted.
public final class Choices {
    private Choices() {}

    /// Returns the constant's name in lower case.
    public static String spelled(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    /// Returns the constant that `text` spells, or empty.
    public static <E extends Enum<E>> Optional<E> parse(Class<E> choices, String text) {
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> spelled(choice).equals(text))
                .findFirst();
    }

    /// Returns the error message for a text that is none of the constants, to follow the field's name.
    public static String expected(Class<? extends Enum<?>> choices) {
        return Arrays.stream(choices.getEnumConstants())
                .map(Choices::spelled)
                .collect(joining(", ", "must be one of ", ""));
    }
}
