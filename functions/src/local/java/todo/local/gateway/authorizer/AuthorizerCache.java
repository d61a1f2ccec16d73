package todo.local.gateway.authorizer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Caches an authorizer's responses by the exact values of the identity headers. Thread-safe.
public record AuthorizerCache(Duration ttl, InstantSource clock, Map<String, CachedResponse> responses) {
    /// Creates an empty cache. A zero `ttl` turns caching off.
    public AuthorizerCache(Duration ttl, InstantSource clock) {
        this(ttl, clock, new ConcurrentHashMap<>());
    }

    Optional<AuthorizerResponse> find(String identity) {
        return Optional.ofNullable(responses.get(identity))
                .filter(this::isFresh)
                .map(CachedResponse::response);
    }

    void put(String identity, AuthorizerResponse response) {
        responses.values().removeIf(cached -> !isFresh(cached));
        if (ttl.isPositive()) {
            responses.put(identity, new CachedResponse(response, clock.instant().plus(ttl)));
        }
    }

    private boolean isFresh(CachedResponse cached) {
        return clock.instant().isBefore(cached.expiry);
    }

    record CachedResponse(AuthorizerResponse response, Instant expiry) {}
}
