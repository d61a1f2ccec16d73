package todo.mail.delivery;

import java.util.regex.Pattern;
import todo.users.EmailSyntax;

/// An email address with a display name, which may be empty.
public record Mailbox(String name, String address) {
    private static final Pattern FORM = Pattern.compile("(?<name>[^<>\"\\p{Cntrl}]{0,100})<(?<address>[^<>]+)>");

    /// Parses `ada@example.org` or `Ada Lovelace <ada@example.org>`.
    ///
    /// @throws IllegalArgumentException with a message that follows the setting's name
    public static Mailbox parse(String text) {
        var form = FORM.matcher(text);
        var mailbox = form.matches()
                ? new Mailbox(form.group("name").strip(), form.group("address").strip())
                : new Mailbox("", text);
        if (!EmailSyntax.isAddress(mailbox.address)) {
            throw new IllegalArgumentException("must be an address such as Todo <todo@example.org>");
        }
        return mailbox;
    }

    /// The part of the address after the `@`.
    String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
