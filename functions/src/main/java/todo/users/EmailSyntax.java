package todo.users;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.IDN;
import java.util.regex.Pattern;

/// The syntax of email addresses: a dot-atom (RFC 5321, with all scripts as in RFC 6531), an `@` and a domain
/// name. Quoted local parts, comments and address literals are rejected, because mailers treat them
/// differently.
public final class EmailSyntax {
    private static final int LONGEST_LOCAL_PART = 64; // in octets, as for the domain
    private static final int LONGEST_DOMAIN = 253;

    /// A visible letter or digit with its combining marks.
    private static final String LETTER = "[\\p{L}\\p{Nd}&&[^\u115f\u1160\u3164\uffa0]]"
            + "[\\p{M}&&[^\u034f\u17b4\u17b5\u180b-\u180f\ufe00-\ufe0f\\x{e0100}-\\x{e01ef}]]*+";

    private static final String ATOM = "(?:[!#$%&'*+/=?^_`{|}~-]|" + LETTER + ")++";
    private static final String LABEL = "(?:-|" + LETTER + ")++";

    /// The last label is not a number, because `1.2.3.4` is an IP address.
    private static final Pattern ADDRESS = Pattern.compile(
            "(?<local>" + ATOM + "(?:\\." + ATOM + ")*+)@(?<domain>(?:" + LABEL + "\\.)++(?!\\p{Nd}+$)" + LABEL + ")");

    private EmailSyntax() {}

    /// Whether `text` is an address.
    public static boolean isAddress(String text) {
        var address = ADDRESS.matcher(text);
        return address.matches()
                && address.group("local").getBytes(UTF_8).length <= LONGEST_LOCAL_PART
                && isDomain(address.group("domain"));
    }

    /// Checks by IDNA, and accepts letters that are newer than the JDK's tables.
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
