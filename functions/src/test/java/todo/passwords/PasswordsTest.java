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
    void a_hash_is_bcrypt_of_cost_12_with_a_salt_of_its_own() {
        var hash = passwords.hash("zq7Vk2pX");

        assertThat(hash).matches("\\$2b\\$12\\$[./A-Za-z0-9]{53}").isNotEqualTo(passwords.hash("zq7Vk2pX"));
    }

    @ParameterizedTest
    @ValueSource(ints = {71, 72, 73, 128})
    void the_last_byte_counts_however_long_a_password_is(int length) {
        var password = "p".repeat(length - 1);
        var hash = passwords.hash(password + "a");

        assertThat(passwords.match(password + "a", hash)).isTrue();
        assertThat(passwords.match(password + "b", hash)).isFalse();
        assertThat(passwords.match(password, hash)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, true", "72, true", "73, false"})
    void what_bcrypt_reads_to_its_end_is_given_to_it_as_it_is(int length, boolean plain) {
        var password = "p".repeat(length);
        var bcrypt = Password.hash(password).with(BcryptFunction.getInstance(Bcrypt.B, 4));

        assertThat(passwords.match(password, bcrypt.getResult())).isEqualTo(plain);
    }

    @Test
    void an_empty_password_is_hashed_like_any_other() {
        assertThat(passwords.match("", passwords.hash(""))).isTrue();
    }

    @Test
    void a_password_is_the_same_however_its_characters_are_composed() {
        assertThat(passwords.match("cafe\u0301 au lait ﬁn", passwords.hash("caf\u00e9 au lait fin")))
                .isTrue();
    }

    @Test
    void no_password_opens_an_account_that_does_not_exist() {
        assertThat(passwords.match("", null)).isFalse();
        assertThat(passwords.match("zq7Vk2pX", null)).isFalse();
    }

    @Test
    void an_empty_password_matches_no_hash() {
        assertThat(passwords.match("", passwords.hash("zq7Vk2pX"))).isFalse();
    }
}
