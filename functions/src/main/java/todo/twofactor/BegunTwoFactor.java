package todo.twofactor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/// The answer to [BeginTwoFactor].
///
/// @param secret in base32
/// @param otpauthUri the same for authenticator apps, to be shown as a QR code
record BegunTwoFactor(String secret, String otpauthUri) {
    static BegunTwoFactor of(String secret, String email) {
        return new BegunTwoFactor(
                secret,
                "otpauth://totp/Todo:%s?secret=%s&issuer=Todo&algorithm=SHA1&digits=6&period=30"
                        .formatted(URLEncoder.encode(email, UTF_8), secret));
    }

    @Override
    public String toString() {
        return "BegunTwoFactor";
    }
}
