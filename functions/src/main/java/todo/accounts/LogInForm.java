package todo.accounts;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import todo.totp.SecondFactors;
import todo.validation.Fields;

/// The credentials of a log-in, with either an email or a username, and with a code if two-factor is on. Only
/// missing values are errors here: malformed ones fail as wrong credentials do, and accounts older than today's
/// rules can still log in.
///
/// @param totp a code or a recovery code
record LogInForm(
        @Nullable String email,
        @Nullable String username,
        String password,
        @Nullable String totp) {
    static LogInForm from(Fields fields) {
        var email = name(fields, "email");
        var username = name(fields, "username");
        var password = fields.secret("password");
        var totp = fields.optionalText("totp", 1, SecondFactors.LONGEST_CODE);
        if (email == null && username == null && fields.isValid("email") && fields.isValid("username")) {
            fields.refuse("email", "REQUIRED", "is required, or a username");
        }
        if (email != null && username != null) {
            fields.refuse("username", "AMBIGUOUS", "must not be given together with an email");
        }
        return new LogInForm(email, username, password, totp);
    }

    private static @Nullable String name(Fields fields, String member) {
        var text = fields.verbatim(member, Integer.MAX_VALUE);
        return text == null ? null : text.strip();
    }

    /// Returns the email or the username.
    String login() {
        return Objects.requireNonNullElse(email, Objects.requireNonNullElse(username, ""));
    }

    boolean isByEmail() {
        return email != null;
    }

    @Override
    public String toString() {
        return "LogInForm";
    }
}
