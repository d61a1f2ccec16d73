package todo.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PasswordRulesTest {
    private static final List<String> ADA =
            List.of("ada.lovelace@example.org", "ada.lovelace", "Countess of Lovelace", "Ada", "Lovelace");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zq7Vk2pX",
                "correct horse battery staple",
                "пароль сложный зачем",
                "🦉🐙🦊🐝🦋🐢🦔🐳",
                "        x        y        z        q",
                "ﬃqzﬃxk",
                "ﷺkﷺqﷺz"
            })
    void a_strong_password_is_accepted_in_any_script(String password) {
        assertThat(PasswordRules.weakness(password, ADA)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void lengths_are_counted_in_code_points_after_normalization(String password, String weakness) {
        assertThat(PasswordRules.weakness(password, ADA)).hasValue(weakness);
    }

    static List<Object[]> lengths_are_counted_in_code_points_after_normalization() {
        var few = "must have at least 8 characters";
        var many = "must have at most 128 characters";
        return List.of(
                new Object[] {"", few},
                new Object[] {"zq7Vk2p", few},
                new Object[] {"🦉🐙🦊🐝🦋🐢🦔", few},
                new Object[] {"e\u0301e\u0300e\u0302o\u0301o\u0300a\u0301a\u0300", few},
                new Object[] {"zq7Vk2pX".repeat(16) + "!", many},
                new Object[] {"🦉🐙🦊🐝🦋🐢🦔🐳".repeat(16) + "🦉", many},
                new Object[] {"ﷺ".repeat(8), many});
    }

    @ParameterizedTest
    @ValueSource(strings = {"password1", "PASSWORD1", "ｐａｓｓｗｏｒｄ1", "iloveyou", "qwertyuiop"})
    void a_common_password_is_refused_in_any_spelling(String password) {
        assertThat(PasswordRules.weakness(password, ADA)).hasValue("is one of the most common passwords");
    }

    /// ASVS asks for the 3,000 most common passwords that are long enough.
    @Test
    void thousands_of_common_passwords_are_refused() throws IOException {
        var longEnough = StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies().stream()
                .filter(password -> password.length() >= 8)
                .toList();
        assertThat(longEnough)
                .hasSizeGreaterThan(3000)
                .allSatisfy(password ->
                        assertThat(PasswordRules.weakness(password, ADA)).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"todolist", "mytodolist", "todoapp2026", "Todo1234", "taskmanager"})
    void a_password_made_of_the_products_words_is_refused(String password) {
        assertThat(PasswordRules.weakness(password, ADA)).hasValue("is too easy to guess");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aaaaaaaaaaaa", "abcdefghijkl", "20202020", "lovelace1", "P@ssw0rd!"})
    void an_easily_guessed_password_is_refused(String password) {
        assertThat(PasswordRules.weakness(password, ADA)).hasValue("is too easy to guess");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada.lovelace@example.org", "ADA.Lovelace", "countess of lovelace", "Lovelace"})
    void ones_own_email_or_name_is_refused(String password) {
        assertThat(PasswordRules.weakness(password, ADA)).hasValue("must not be your email or name");
    }

    @Test
    void a_weak_long_prefix_makes_a_password_weak() {
        assertThat(PasswordRules.weakness("a".repeat(24) + "zq7Vk2pX", ADA)).isEmpty();
        assertThat(PasswordRules.weakness("a".repeat(32) + "zq7Vk2pX", ADA)).hasValue("is too easy to guess");
    }
}
