package todo.testing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.UUID;

/// Links whose tokens a test inserts, as the sender of their mails does. The API that gets them needs no mail
/// server.
public record Links(Person person) {
    public static final String FORGOT = "/api/v1/auth/password/forgot";
    public static final String RESET = "/api/v1/auth/password/reset";
    public static final String VERIFY = "/api/v1/auth/email/verify";
    public static final String SEND = "/api/v1/users/me/email/verification";

    /// Inserts a link to reset the password and returns its token.
    public String reset() {
        return insert("PASSWORD_RESET", person.email());
    }

    /// Inserts a link that verifies an email and returns its token.
    public String verification(String email) {
        return insert("VERIFICATION", email);
    }

    private String insert(String kind, String email) {
        var token = UUID.randomUUID().toString();
        Sql.run("""
                insert into mail_tokens (hash, user_id, kind, email, requested_at, expires_at)
                values (?, ?, ?, ?, clock_timestamp(), now() + interval '1 hour')""", hash(token), person.id(), kind.toLowerCase(Locale.ROOT), email);
        return token;
    }

    /// Makes the links of the person so much older.
    public void age(String interval) {
        Sql.run("""
                update mail_tokens set requested_at = requested_at - ?1::interval, expires_at = expires_at - ?1::interval
                where user_id = ?2""".replace("?1", "?").replace("?2", "?"), interval, interval, person.id());
    }

    public static String resetForm(String token, String password) {
        return "{\"token\": \"%s\", \"new_password\": \"%s\"}".formatted(token, password);
    }

    public static String tokenForm(String token) {
        return "{\"token\": \"%s\"}".formatted(token);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
