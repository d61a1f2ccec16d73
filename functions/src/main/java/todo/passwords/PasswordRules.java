package todo.passwords;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The rules for passwords (OWASP ASVS 6.2): long, not common and not easily guessed, whatever kinds of
/// characters they have. Lengths are in code points after NFKC normalisation.
public final class PasswordRules {
    /// The code of the validation error.
    public static final String CODE = "WEAK_PASSWORD";

    private static final int SHORTEST = 8;
    private static final int LONGEST = 128;
    private static final int LEAST_SCORE = 2;

    /// How many characters zxcvbn scores. For 128 characters with many substitutions it would take seconds.
    private static final int SCORED_LENGTH = 32;

    /// The words of this product, which are as easy to guess here as the user's name.
    private static final List<String> PRODUCT =
            List.of("todo", "todos", "todoapp", "todolist", "task", "tasks", "tasklist", "taskmanager");

    private static final Zxcvbn ZXCVBN = new Zxcvbn();
    private static final Set<String> COMMON = common();

    private PasswordRules() {}

    /// Returns the error, to follow the field's name, or empty if the password is good enough.
    ///
    /// @param personalTexts the user's email and names, which the password must not be
    public static Optional<String> weakness(String password, List<String> personalTexts) {
        var normalized = normalized(password);
        var length = normalized.codePointCount(0, normalized.length());
        if (length < SHORTEST) {
            return Optional.of("must have at least " + SHORTEST + " characters");
        }
        if (length > LONGEST) {
            return Optional.of("must have at most " + LONGEST + " characters");
        }
        if (personalTexts.stream().anyMatch(text -> normalized(text).equalsIgnoreCase(normalized))) {
            return Optional.of("must not be your email or name");
        }
        if (COMMON.contains(normalized.toLowerCase(Locale.ROOT))) {
            return Optional.of("is one of the most common passwords");
        }
        return ZXCVBN.measure(prefix(normalized), guessable(personalTexts)).getScore() < LEAST_SCORE
                ? Optional.of("is too easy to guess")
                : Optional.empty();
    }

    private static List<String> guessable(List<String> personalTexts) {
        return Stream.concat(PRODUCT.stream(), personalTexts.stream()).toList();
    }

    private static String prefix(String password) {
        return password.substring(0, Math.min(password.length(), SCORED_LENGTH));
    }

    static String normalized(String password) {
        var isTooLongAnyway = password.length() > 8 * LONGEST; // normalising 32,000 combining marks takes half a second
        return isTooLongAnyway ? password : Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private static Set<String> common() {
        try {
            return Set.copyOf(StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
