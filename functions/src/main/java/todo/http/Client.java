package todo.http;

import org.jspecify.annotations.Nullable;

/// Where a request comes from: `ip` is the gateway's own observation, never a header.
public record Client(String ip, @Nullable String userAgent, String requestId) {
    /// What limits count by: an IPv4 address, or an IPv6 network of 64 bits, because one household has all of it.
    public String network() {
        return Addresses.network(ip);
    }
}
