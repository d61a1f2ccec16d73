package todo.totp;

/// A secret as [SecretCipher] encrypts it.
///
/// @param keyId names the key, which is not in the database
/// @param hex nonce, ciphertext and authentication tag, in hexadecimal
public record EncryptedSecret(String keyId, String hex) {
    @Override
    public String toString() {
        return "EncryptedSecret[" + keyId + "]";
    }
}
