package todo.http;

import org.jspecify.annotations.Nullable;

/// Where a request comes from: `ip` is the gateway's own observation, never a header.
public record Client(String ip, @Nullable String userAgent, String requestId) {}
