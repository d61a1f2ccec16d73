package todo.testing;

import java.util.Locale;
import java.util.UUID;
import todo.mail.LinkToken;

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
                values (?, ?, ?, ?, clock_timestamp(), now() + interval '1 hour')""", new LinkToken(token).hash(), person.id(), kind.toLowerCase(Locale.ROOT), email);
        return token;
    }

    public static String resetForm(String token, String password) {
        return "{\"token\": \"%s\", \"new_password\": \"%s\"}".formatted(token, password);
    }

    public static String tokenForm(String token) {
        return "{\"token\": \"%s\"}".formatted(token);
    }
}
