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

/// Which passwords are good enough: long, not common, not easily guessed, with no rules about kinds of characters
/// (OWASP ASVS 6.2). Lengths are in code points after NFKC normalisation, as people see them.
public final class PasswordRules {
    public static final String CODE = "WEAK_PASSWORD";

    private static final int SHORTEST = 8;
    private static final int LONGEST = 128;
    private static final int LEAST_SCORE = 2;

    /// How much of it zxcvbn judges: of 128 characters that can be read as others it would make seconds of work.
    private static final int JUDGED = 32;

    private static final Zxcvbn ZXCVBN = new Zxcvbn();
    private static final Set<String> COMMON = common();

    private PasswordRules() {}

    /// What is wrong with it, to follow "Password", if anything is.
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
        return ZXCVBN.measure(beginning(normalized), personalTexts).getScore() < LEAST_SCORE
                ? Optional.of("is too easy to guess")
                : Optional.empty();
    }

    private static String beginning(String password) {
        return password.substring(0, Math.min(password.length(), JUDGED));
    }

    static String normalized(String password) {
        var isTooLongAnyway = password.length() > 8 * LONGEST; // to put 32,000 marks in order takes half a second
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
