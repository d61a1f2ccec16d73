package todo.http;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Enum constants as the API spells them: in lower case, and in no other way.
public final class Choices {
    private Choices() {}

    public static String spelled(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> Optional<E> of(Class<E> choices, String text) {
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> spelled(choice).equals(text))
                .findFirst();
    }

    static String expected(Class<? extends Enum<?>> choices) {
        return Arrays.stream(choices.getEnumConstants())
                .map(Choices::spelled)
                .collect(joining(", ", "must be one of ", ""));
    }
}
