package todo.values;

import static java.util.Comparator.comparingInt;
import static java.util.function.BinaryOperator.maxBy;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// IP addresses in canonical spelling, so that equal addresses are equal texts.
public final class Addresses {
    /// Replaces values that are no addresses: the test button of API Gateway's console sends
    /// `test-invoke-source-ip`.
    private static final String UNSPECIFIED = "0.0.0.0";

    private static final Pattern ZEROS = Pattern.compile("\\b0(?::0)+\\b");
    private static final Pattern INTERFACE_ID = Pattern.compile("(?::[0-9a-f]+){4}$");

    private Addresses() {}

    /// Returns an IPv4 address, also one mapped into IPv6, in dotted notation, and an IPv6 address as in RFC
    /// 5952. Returns `0.0.0.0` for any other text.
    public static String canonical(@Nullable String address) {
        try {
            var literal = InetAddress.ofLiteral(address == null ? "" : address);
            return literal instanceof Inet4Address ? literal.getHostAddress() : compressed(groups(literal));
        } catch (IllegalArgumentException _) {
            return UNSPECIFIED;
        }
    }

    /// Returns the network that one household shares: an IPv4 address, or an IPv6 address's first 64 bits.
    ///
    /// @param address as [#canonical] returns it
    public static String network(String address) {
        var literal = InetAddress.ofLiteral(address);
        return literal instanceof Inet4Address
                ? literal.getHostAddress()
                : compressed(INTERFACE_ID.matcher(groups(literal)).replaceFirst(":0:0:0:0")) + "/64";
    }

    /// Eight groups in lower case without leading zeros, and without a zone.
    private static String groups(InetAddress address) {
        return address.getHostAddress().split("%", 2)[0];
    }

    /// Replaces the longest run of zeros, the first of several, by `::`.
    private static String compressed(String groups) {
        return ZEROS.matcher(groups)
                .results()
                .reduce(maxBy(comparingInt(run -> run.group().length())))
                .map(run -> without(run, groups))
                .orElse(groups);
    }

    private static String without(MatchResult run, String groups) {
        var before = groups.substring(0, run.start());
        var after = groups.substring(run.end());
        return (before.isEmpty() ? ":" : before) + (after.isEmpty() ? ":" : after);
    }
}
