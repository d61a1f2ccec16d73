package todo.http;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/// IP addresses as a rate limit counts them.
final class Addresses {
    private static final int NETWORK_BYTES = 8;

    private Addresses() {}

    /// An IPv4 address whether mapped into IPv6 or not, and an IPv6 address by its /64: one household, one
    /// subject.
    static String canonical(String ip) {
        var bytes = InetAddress.ofLiteral(ip).getAddress();
        if (bytes.length == 4) {
            return InetAddress.ofLiteral(ip).getHostAddress();
        }
        return HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES)) + "/64";
    }
}
