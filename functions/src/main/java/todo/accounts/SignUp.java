package todo.accounts;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import todo.http.Fields;
import todo.passwords.PasswordRules;

/// What a person says to get an account.
record SignUp(
        String email,
        @Nullable String username,
        String name,
        @Nullable String firstName,
        @Nullable String lastName,
        String password) {
    private static final Pattern EMAIL =
            Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}.]+(\\.[^@\\s\\p{Cntrl}.]+)+");
    private static final Pattern USERNAME = Pattern.compile("[a-zA-Z0-9_.-]*");

    static SignUp from(Fields fields) {
        var email = fields.text("email", 1, 255);
        var username = fields.optionalText("username", 3, 50);
        var first = fields.optionalText("first_name", 1, 100);
        var last = fields.optionalText("last_name", 1, 100);
        var name = fields.optionalText("name", 2, 100);
        var password = fields.secret("password");
        if (fields.isFine("email") && !EMAIL.matcher(email).matches()) {
            fields.refuse("email", "INVALID_FORMAT", "must be an address such as ada@example.org");
        }
        if (username != null && !USERNAME.matcher(username).matches()) {
            fields.refuse("username", "INVALID_CHARACTER", "may have letters a to z, digits, _ . and - only");
        }
        refuseHalfName(fields, first, "first_name", last, "last_name");
        refuseHalfName(fields, last, "last_name", first, "first_name");
        var signUp = new SignUp(email, username, derived(name, first, last, email), first, last, password);
        if (fields.isFine("password")) {
            PasswordRules.weakness(password, signUp.personalTexts())
                    .ifPresent(weakness -> fields.refuse("password", "WEAK_PASSWORD", weakness));
        }
        return signUp;
    }

    private static void refuseHalfName(
            Fields fields, @Nullable String given, String givenName, @Nullable String other, String otherName) {
        if (given != null && other == null && fields.isFine(otherName)) {
            fields.refuse(otherName, "REQUIRED", "is required together with " + givenName);
        }
    }

    private static String derived(@Nullable String name, @Nullable String first, @Nullable String last, String email) {
        if (name != null) {
            return name;
        }
        return first != null && last != null ? first + " " + last : email.split("@", 2)[0];
    }

    /// What a guesser who knows the person tries first.
    private List<String> personalTexts() {
        return Arrays.asList(email, email.split("@", 2)[0], username, name, firstName, lastName).stream()
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public String toString() {
        return "SignUp";
    }
}
