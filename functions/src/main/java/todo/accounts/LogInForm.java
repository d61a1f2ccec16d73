package todo.accounts;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import todo.validation.Fields;

/// The credentials of a log-in, with either an email or a username. Only missing values are errors here:
/// malformed ones fail as wrong credentials do, and accounts older than today's rules can still log in.
record LogInForm(@Nullable String email, @Nullable String username, String password) {
    static LogInForm from(Fields fields) {
        var email = name(fields, "email");
        var username = name(fields, "username");
        var password = fields.secret("password");
        if (email == null && username == null && fields.isValid("email") && fields.isValid("username")) {
            fields.refuse("email", "REQUIRED", "is required, or a username");
        }
        if (email != null && username != null) {
            fields.refuse("username", "AMBIGUOUS", "must not be given together with an email");
        }
        return new LogInForm(email, username, password);
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
