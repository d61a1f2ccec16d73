package todo.totp;

/// A new secret, to be shown once.
///
/// @param base32 the secret as authenticator apps read it
public record NewSecret(String base32, EncryptedSecret encrypted) {
    @Override
    public String toString() {
        return "NewSecret";
    }
}
