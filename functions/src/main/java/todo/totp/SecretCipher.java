package todo.totp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.jspecify.annotations.Nullable;
import todo.http.ErrorCode;
import todo.http.Problem;
import todo.secrets.Keyring;

/// Encrypts the secrets of second factors with AES-256-GCM. The user's id is authenticated with them, so a
/// ciphertext that is copied to another account can't be decrypted.
///
/// Methods throw the [Problem] `TOTP_NOT_CONFIGURED`, or [todo.secrets.SecretUnavailable].
public final class SecretCipher {
    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final byte[] LABEL = "todo totp secrets 1".getBytes(UTF_8);
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final @Nullable Keyring keyring;

    /// @param keyring the keys, or null if this server offers no two-factor
    public SecretCipher(@Nullable Keyring keyring) {
        this.keyring = keyring;
    }

    Keyring requireKeys() {
        if (keyring == null) {
            throw Problem.of(ErrorCode.TOTP_NOT_CONFIGURED);
        }
        return keyring;
    }

    EncryptedSecret encrypt(UUID user, byte[] secret) {
        var key = requireKeys().current();
        var nonce = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(nonce);
        var ciphertext = apply(Cipher.ENCRYPT_MODE, key.getValue(), nonce, user, secret);
        return new EncryptedSecret(
                key.getKey(), HexFormat.of().formatHex(nonce) + HexFormat.of().formatHex(ciphertext));
    }

    /// @throws IllegalStateException if the ciphertext was made for another user or by another key
    byte[] decrypt(UUID user, EncryptedSecret secret) {
        var key = requireKeys().require(secret.keyId());
        var bytes = ByteBuffer.wrap(HexFormat.of().parseHex(secret.hex()));
        var nonce = new byte[NONCE_BYTES];
        var ciphertext = new byte[bytes.remaining() - NONCE_BYTES];
        bytes.get(nonce).get(ciphertext);
        return apply(Cipher.DECRYPT_MODE, key, nonce, user, ciphertext);
    }

    /// Whether the secret is encrypted with the current key.
    boolean isCurrent(EncryptedSecret secret) {
        return requireKeys().current().getKey().equals(secret.keyId());
    }

    private static byte[] apply(int mode, byte[] key, byte[] nonce, UUID user, byte[] text) {
        try {
            var cipher = Cipher.getInstance(TRANSFORMATION);
            cipher.init(mode, derived(key), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(user.toString().getBytes(UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("The secret of a second factor can't be encrypted or decrypted", failure);
        }
    }

    /// The keys of the setting may be longer than those of AES.
    private static SecretKey derived(byte[] key) throws GeneralSecurityException {
        var parameters = HKDFParameterSpec.ofExtract().addIKM(key).thenExpand(LABEL, KEY_BYTES);
        return KDF.getInstance("HKDF-SHA256").deriveKey("AES", parameters);
    }
}
