package todo.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// The `Idempotency-Key` of a request. See `functions/ARCHITECTURE.md`, *Idempotency*.
///
/// @param name the client's key
/// @param fingerprint SHA-256 of the request's body, to detect that a key is reused for another request
public record IdempotencyKey(String name, String fingerprint) {
    private static final String HEADER = "Idempotency-Key";
    private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]{1,255}");

    /// Reads the request's key, if it has one.
    ///
    /// @throws Problem `VALIDATION_ERROR` if the key is malformed
    public static Optional<IdempotencyKey> of(Call call) {
        return call.header(HEADER).map(name -> {
            if (!VISIBLE_ASCII.matcher(name).matches()) {
                throw Problem.invalid(
                        HEADER, "INVALID_FORMAT", HEADER + " must have 1 to 255 visible ASCII characters");
            }
            return new IdempotencyKey(name, sha256(call.text()));
        });
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
