package todo.local.gateway;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Remembers an authorizer's answers by what was asked, character for character.
record PermitCache(Duration ttl, InstantSource clock, Map<String, Entry> entries) {
    PermitCache(Duration ttl, InstantSource clock) {
        this(ttl, clock, new ConcurrentHashMap<>());
    }

    Optional<Permit> find(String identity) {
        return Optional.ofNullable(entries.get(identity)).filter(this::isFresh).map(Entry::permit);
    }

    void keep(String identity, Permit permit) {
        entries.values().removeIf(entry -> !isFresh(entry));
        if (ttl.isPositive()) {
            entries.put(identity, new Entry(permit, clock.instant().plus(ttl)));
        }
    }

    private boolean isFresh(Entry entry) {
        return clock.instant().isBefore(entry.expiry);
    }

    record Entry(Permit permit, Instant expiry) {}
}
