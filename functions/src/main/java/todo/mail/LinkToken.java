package todo.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// The token in a message's link. The database has only its hash. A token of 32 random bytes can't be guessed,
/// so its hash needs no salt.
public record LinkToken(String text) {
    private static final int BYTES = 32;

    /// Reads the system's entropy, as [todo.values.Ids] does.
    private static final SecureRandom RANDOM = new SecureRandom();

    /// Returns a new token.
    public static LinkToken random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new LinkToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /// Returns the SHA-256 of the text, whatever it is, as `mail_tokens.hash` has it.
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java runtime has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return "LinkToken";
    }
}
