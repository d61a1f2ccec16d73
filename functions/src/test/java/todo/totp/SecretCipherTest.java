package todo.totp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import todo.http.Problem;
import todo.secrets.KeySet;
import todo.secrets.Keyring;
import todo.secrets.Secret;
import todo.secrets.SecretUnavailable;
import todo.testing.Api;

final class SecretCipherTest {
    private static final UUID ADA = UUID.randomUUID();
    private static final byte[] SECRET = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    private static final String OTHER_KEY = "bmV3LXRvdHAta2V5LTAxMjM0NTY3ODlhYmNkZWZnaGprbG1u";

    private final SecretCipher cipher = cipher("a:" + Api.TOTP_KEY);
    private final EncryptedSecret encrypted = cipher.encrypt(ADA, SECRET);

    @Test
    void a_secret_is_decrypted_with_the_key_that_encrypted_it() {
        assertThat(cipher("b:" + OTHER_KEY + ",a:" + Api.TOTP_KEY).decrypt(ADA, encrypted))
                .isEqualTo(SECRET);
    }

    @Test
    void the_first_key_is_the_current_one() {
        assertThat(cipher.isCurrent(encrypted)).isTrue();
        assertThat(cipher("b:" + OTHER_KEY + ",a:" + Api.TOTP_KEY).isCurrent(encrypted))
                .isFalse();
    }

    @Test
    void no_two_ciphertexts_are_equal_and_none_contains_the_secret() {
        assertThat(cipher.encrypt(ADA, SECRET)).isNotEqualTo(encrypted);
        assertThat(encrypted.hex()).doesNotContain(HexFormat.of().formatHex(SECRET));
        assertThat(encrypted.toString()).doesNotContain(encrypted.hex());
    }

    @Test
    void a_ciphertext_of_another_user_or_key_or_a_changed_one_can_not_be_decrypted() {
        var last = encrypted.hex().substring(encrypted.hex().length() - 1);
        var changed = encrypted.hex().substring(0, encrypted.hex().length() - 1) + (last.equals("0") ? "1" : "0");

        assertThatThrownBy(() -> cipher.decrypt(UUID.randomUUID(), encrypted))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> cipher("a:" + OTHER_KEY).decrypt(ADA, encrypted))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> cipher.decrypt(ADA, new EncryptedSecret("a", changed)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void without_its_key_a_secret_is_unavailable() {
        assertThatThrownBy(() -> cipher("b:" + OTHER_KEY).decrypt(ADA, encrypted))
                .isInstanceOf(SecretUnavailable.class);
    }

    @Test
    void without_any_keys_two_factor_is_not_configured() {
        assertThatThrownBy(() -> new SecretCipher(null).encrypt(ADA, SECRET)).isInstanceOf(Problem.class);
    }

    private static SecretCipher cipher(String keys) {
        return new SecretCipher(new Keyring(Secret.of(KeySet.parse(keys))));
    }
}
