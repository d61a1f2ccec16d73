package todo.mail.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import todo.users.EmailSyntax;

/// An address as SMTP has it, with the domain in ASCII.
///
/// @param needsUtf8 whether only servers with SMTPUTF8 (RFC 6531) can send to it
record SmtpAddress(String text, boolean needsUtf8) {
    /// Returns nothing if `address` can't be used in SMTP.
    static Optional<SmtpAddress> of(String address) {
        if (!EmailSyntax.isAddress(address)) {
            return Optional.empty();
        }
        var at = address.lastIndexOf('@');
        var local = address.substring(0, at);
        return domain(address.substring(at + 1).toLowerCase(Locale.ROOT))
                .map(domain -> new SmtpAddress(
                        local + "@" + domain, !US_ASCII.newEncoder().canEncode(local)));
    }

    /// The JDK has IDNA 2003, which maps some letters to others: `straße.example` would become
    /// `strasse.example`, and so the domain of somebody else.
    private static Optional<String> domain(String name) {
        var ascii = IDN.toASCII(name, IDN.ALLOW_UNASSIGNED);
        return IDN.toUnicode(ascii, IDN.ALLOW_UNASSIGNED).equals(name) ? Optional.of(ascii) : Optional.empty();
    }
}
