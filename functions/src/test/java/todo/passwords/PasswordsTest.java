package todo.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import com.password4j.BcryptFunction;
import com.password4j.Password;
import com.password4j.types.Bcrypt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @Test
    void a_hash_is_bcrypt_with_cost_12_and_a_random_salt() {
        var hash = passwords.hash("zq7Vk2pX");

        assertThat(hash).matches("\\$2b\\$12\\$[./A-Za-z0-9]{53}").isNotEqualTo(passwords.hash("zq7Vk2pX"));
    }

    @ParameterizedTest
    @ValueSource(ints = {71, 72, 73, 128})
    void every_byte_of_a_long_password_counts(int length) {
        var password = "p".repeat(length - 1);
        var hash = passwords.hash(password + "a");

        assertThat(passwords.match(password + "a", hash)).isTrue();
        assertThat(passwords.match(password + "b", hash)).isFalse();
        assertThat(passwords.match(password, hash)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, true", "72, true", "73, false"})
    void passwords_up_to_72_bytes_are_plain_bcrypt(int length, boolean plain) {
        var password = "p".repeat(length);
        var bcrypt = Password.hash(password).with(BcryptFunction.getInstance(Bcrypt.B, 4));

        assertThat(passwords.match(password, bcrypt.getResult())).isEqualTo(plain);
    }

    @Test
    void an_empty_password_is_hashed_like_any_other() {
        assertThat(passwords.match("", passwords.hash(""))).isTrue();
    }

    @Test
    void passwords_are_compared_after_normalization() {
        assertThat(passwords.match("cafe\u0301 au lait ﬁn", passwords.hash("caf\u00e9 au lait fin")))
                .isTrue();
    }

    @Test
    void no_password_matches_a_missing_hash() {
        assertThat(passwords.match("", null)).isFalse();
        assertThat(passwords.match("zq7Vk2pX", null)).isFalse();
    }

    @Test
    void an_empty_password_matches_no_hash() {
        assertThat(passwords.match("", passwords.hash("zq7Vk2pX"))).isFalse();
    }
}
