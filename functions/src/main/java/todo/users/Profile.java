package todo.users;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import todo.validation.Fields;

/// A user's email and names.
public record Profile(
        String email,
        @Nullable String username,
        String name,
        @Nullable String firstName,
        @Nullable String lastName) {
    private static final int LONGEST_EMAIL = 255;
    private static final Pattern USERNAME = Pattern.compile("[a-zA-Z0-9_.-]*");

    /// Reads a whole profile. A missing name is derived from the first and last name, or from the email.
    public static Profile from(Fields fields) {
        var email = requiredEmail(fields);
        var username = username(fields);
        var first = firstName(fields);
        var last = lastName(fields);
        var name = name(fields);
        requireBoth(fields, first, "first_name", last, "last_name");
        requireBoth(fields, last, "last_name", first, "first_name");
        return new Profile(email, username, derived(name, first, last, email), first, last);
    }

    /// Reads a required email.
    public static String requiredEmail(Fields fields) {
        var email = fields.text("email", 1, LONGEST_EMAIL);
        checkEmail(fields, email);
        return email;
    }

    /// Reads an optional email.
    public static @Nullable String email(Fields fields) {
        var email = fields.optionalText("email", 1, LONGEST_EMAIL);
        if (email != null) {
            checkEmail(fields, email);
        }
        return email;
    }

    /// Reads an optional username.
    public static @Nullable String username(Fields fields) {
        var username = fields.optionalText("username", 3, 50);
        if (username != null && !USERNAME.matcher(username).matches()) {
            fields.refuse("username", "INVALID_CHARACTER", "may have letters a to z, digits, _ . and - only");
        }
        return username;
    }

    /// Reads an optional name.
    public static @Nullable String name(Fields fields) {
        return fields.optionalText("name", 2, 100);
    }

    /// Reads an optional first name.
    public static @Nullable String firstName(Fields fields) {
        return fields.optionalText("first_name", 1, 100);
    }

    /// Reads an optional last name.
    public static @Nullable String lastName(Fields fields) {
        return fields.optionalText("last_name", 1, 100);
    }

    private static void checkEmail(Fields fields, String email) {
        if (fields.isValid("email") && !EmailSyntax.isAddress(email)) {
            fields.refuse("email", "INVALID_FORMAT", "must be an address such as ada@example.org");
        }
    }

    private static void requireBoth(
            Fields fields, @Nullable String given, String givenName, @Nullable String other, String otherName) {
        if (given != null && other == null && fields.isValid(otherName)) {
            fields.refuse(otherName, "REQUIRED", "is required together with " + givenName);
        }
    }

    private static String derived(@Nullable String name, @Nullable String first, @Nullable String last, String email) {
        if (name != null) {
            return name;
        }
        return first != null && last != null ? first + " " + last : email.split("@", 2)[0];
    }

    /// Returns the texts that a password must not be, because people who know the user guess them first.
    public List<String> personalTexts() {
        return Arrays.asList(email, email.split("@", 2)[0], username, name, firstName, lastName).stream()
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public String toString() {
        return "Profile";
    }
}
