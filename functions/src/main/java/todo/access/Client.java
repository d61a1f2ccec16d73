package todo.access;

import org.jspecify.annotations.Nullable;
import todo.values.Addresses;

/// Where a request comes from.
///
/// @param ip the address that the gateway saw, never one from a header
/// @param userAgent at most 300 characters, or null if there is none
/// @param requestId the gateway's id of the request
public record Client(String ip, @Nullable String userAgent, String requestId) {
    /// Returns the network by which rate limits count: an IPv4 address, or an IPv6 network of 64 bits, because
    /// one household has all of its addresses.
    public String network() {
        return Addresses.network(ip);
    }
}
