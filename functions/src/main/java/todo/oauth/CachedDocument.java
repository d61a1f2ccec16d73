package todo.oauth;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import todo.http.Problem;

/// A document that a provider publishes, cached for an hour. If it can't be fetched again, the last one stays
/// in use. Fetches are at least 10 seconds apart, or one second as long as there was none. Thread-safe.
final class CachedDocument<T> {
    private static final Duration CACHED = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration PAUSE_WITHOUT_VALUE = Duration.ofSeconds(1);

    private final Supplier<T> source;
    private final InstantSource clock;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile @Nullable Fetched<T> last;
    private Instant tried = Instant.MIN;

    /// @param source fetches the document, or throws a [Problem]
    CachedDocument(Supplier<T> source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    /// Callers wait for the first document only. Later ones are fetched by one caller while the others use the
    /// last one.
    ///
    /// @throws Problem `PROVIDER_UNAVAILABLE` if there is none
    T value() {
        var known = last;
        return known == null || (isPast(known.since(), CACHED) && !fetching.isLocked()) ? fetched() : known.value();
    }

    /// Returns the document after fetching it again, if that is possible now.
    T refreshed() {
        return fetched();
    }

    private T fetched() {
        fetching.lock();
        try {
            if (isPast(tried, last == null ? PAUSE_WITHOUT_VALUE : PAUSE)) {
                fetch();
            }
            var known = last;
            if (known == null) {
                throw Failures.unavailable();
            }
            return known.value();
        } finally {
            fetching.unlock();
        }
    }

    private void fetch() {
        try {
            last = new Fetched<>(source.get(), clock.instant());
        } catch (Problem _) {
            // the last document stays in use
        } finally {
            tried = clock.instant();
        }
    }

    private boolean isPast(Instant start, Duration time) {
        return Duration.between(start, clock.instant()).compareTo(time) > 0;
    }

    private record Fetched<T>(T value, Instant since) {}
}
