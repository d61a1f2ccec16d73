package todo.validation;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import todo.values.Choices;
import todo.values.OpaqueCursor;

/// Reads query parameters one by one and collects their errors, as [Fields] does for a body. Unknown and
/// repeated parameters are errors. After an error a method returns null or a default, which is discarded.
public final class Parameters {
    private final Map<String, List<String>> query;
    private final Violations violations = new Violations();
    private final Set<String> known = new HashSet<>();

    public Parameters(Map<String, List<String>> query) {
        this.query = query;
    }

    /// Whether the parameter is present.
    public boolean has(String name) {
        return query.containsKey(name);
    }

    /// Reads an optional text, and removes the space around it.
    public @Nullable String text(String name, int least, int most) {
        var text = single(name);
        return violations.checked(name, text == null ? null : text.strip(), TextKind.VERBATIM, least, most);
    }

    /// Reads a whole number, or returns `defaultValue` if it is absent.
    public int number(String name, int least, int most, int defaultValue) {
        var text = single(name);
        if (text == null) {
            return defaultValue;
        }
        if (text.matches("\\d{1,9}")) {
            var number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        refuse(name, "INVALID_VALUE", "must be a whole number from " + least + " to " + most);
        return defaultValue;
    }

    /// Reads an optional timestamp.
    public @Nullable Instant moment(String name) {
        return violations.moment(name, single(name));
    }

    /// Reads an optional UUID.
    public @Nullable UUID id(String name) {
        return violations.id(name, single(name));
    }

    /// Reads an optional boolean.
    public @Nullable Boolean flag(String name) {
        var text = single(name);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            refuse(name, "INVALID_VALUE", "must be true or false");
        }
        return text == null ? null : text.equals("true");
    }

    /// Reads a parameter whose only value is `true`. Returns false if it is absent.
    public boolean onlyTrue(String name) {
        var text = single(name);
        if (text != null && !text.equals("true")) {
            refuse(name, "INVALID_VALUE", "must be true, or left out");
        }
        return text != null;
    }

    /// Reads an optional enum constant.
    public <E extends Enum<E>> @Nullable E choice(String name, Class<E> choices) {
        return violations.choice(name, single(name), choices);
    }

    /// Reads the cursor of an earlier answer.
    ///
    /// @param reader parses the parts that [OpaqueCursor#of] encoded
    public <T extends OpaqueCursor> @Nullable T cursor(String name, Function<String, Optional<T>> reader) {
        var text = single(name);
        var cursor = text == null ? Optional.<T>empty() : OpaqueCursor.read(text, reader);
        if (text != null && cursor.isEmpty()) {
            refuse(name, "INVALID_VALUE", "must be a next_cursor of an earlier answer");
        }
        return cursor.orElse(null);
    }

    /// Reads comma-separated values without repetitions, or none if the parameter is absent.
    public <E extends Enum<E>> List<E> several(String name, Class<E> choices) {
        var text = single(name);
        if (text == null) {
            return List.of();
        }
        var chosen = Arrays.stream(text.split(",", -1))
                .map(part -> Choices.parse(choices, part).orElse(null))
                .distinct()
                .toList();
        if (chosen.contains(null)) {
            refuse(name, "INVALID_VALUE", Choices.expected(choices));
        }
        return chosen.stream().filter(Objects::nonNull).toList();
    }

    /// Adds an error.
    ///
    /// @param message follows the parameter's name: "must be …"
    public void refuse(String name, String code, String message) {
        violations.add(name, code, message);
    }

    /// Returns all errors, unknown parameters included.
    public ValidationErrors errors() {
        query.keySet().stream()
                .filter(name -> !known.contains(name))
                .limit(Violations.MOST)
                .forEach(name -> violations.addUnknown(name, "UNKNOWN_PARAMETER", "is not a known parameter"));
        return violations.errors();
    }

    private @Nullable String single(String name) {
        known.add(name);
        var values = query.getOrDefault(name, List.of());
        if (values.size() > 1) {
            refuse(name, "REPEATED", "must be given once");
        }
        return values.isEmpty() ? null : values.getFirst();
    }
}
