package todo.accounts;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import todo.http.Fields;

/// Who wants in: by email or by username. Nothing but absence is refused here, so that what is no email, or no
/// password that anybody could have, fares like any other that is wrong, and an account that is older than today's
/// rules for emails is still found.
record LogInForm(@Nullable String email, @Nullable String username, String password) {
    static LogInForm from(Fields fields) {
        var email = name(fields, "email");
        var username = name(fields, "username");
        var password = fields.secret("password");
        if (email == null && username == null && fields.isFine("email") && fields.isFine("username")) {
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
