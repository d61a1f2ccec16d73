package todo.users;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.IDN;
import java.util.regex.Pattern;

/// Plain email addresses: a dot-atom (RFC 5321, with letters and digits of all languages as in RFC 6531), an `@` and a
/// domain name. Quoting, comments and address literals are left out, because mailers disagree about them.
final class EmailSyntax {
    private static final int LONGEST_LOCAL_PART = 64; // in octets, as is a domain
    private static final int LONGEST_DOMAIN = 253;

    /// A letter or digit that people see, with its combining marks.
    private static final String LETTER = "[\\p{L}\\p{Nd}&&[^\u115f\u1160\u3164\uffa0]]"
            + "[\\p{M}&&[^\u034f\u17b4\u17b5\u180b-\u180f\ufe00-\ufe0f\\x{e0100}-\\x{e01ef}]]*+";

    private static final String ATOM = "(?:[!#$%&'*+/=?^_`{|}~-]|" + LETTER + ")++";
    private static final String LABEL = "(?:-|" + LETTER + ")++";

    /// The last label is no number: `1.2.3.4` is an address, not a name.
    private static final Pattern ADDRESS = Pattern.compile(
            "(?<local>" + ATOM + "(?:\\." + ATOM + ")*+)@(?<domain>(?:" + LABEL + "\\.)++(?!\\p{Nd}+$)" + LABEL + ")");

    private EmailSyntax() {}

    static boolean isAddress(String text) {
        var address = ADDRESS.matcher(text);
        return address.matches()
                && address.group("local").getBytes(UTF_8).length <= LONGEST_LOCAL_PART
                && isDomain(address.group("domain"));
    }

    /// By IDNA. Letters that are younger than the JDK's tables are let through.
    private static boolean isDomain(String name) {
        try {
            return IDN.toASCII(name, IDN.ALLOW_UNASSIGNED | IDN.USE_STD3_ASCII_RULES)
                            .length()
                    <= LONGEST_DOMAIN;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
