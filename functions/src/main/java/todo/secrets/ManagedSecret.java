package todo.secrets;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import todo.telemetry.Incident;

/// A secret in AWS Secrets Manager, cached for 5 minutes. If it can't be fetched or parsed, the failure is
/// reported and the last good value stays in use. Calls are at least 10 seconds apart, so that requests with
/// forged key ids don't cause calls. Thread-safe. See `functions/ARCHITECTURE.md`, *Failures*.
public final class ManagedSecret<T> implements Secret<T>, Resource {
    private static final Duration CACHED = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration PAUSE_WITHOUT_VALUE = Duration.ofSeconds(1);
    private static final Duration LONGEST_CALL = Duration.ofSeconds(4);
    private static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(2);

    private final String arn;
    private final Function<String, T> reader;
    private final InstantSource clock;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile @Nullable Good<T> last;
    private Instant tried = Instant.MIN;

    /// @param reader parses the secret's text; it throws an [IllegalArgumentException] whose message does not
    /// quote it
    public ManagedSecret(String arn, Function<String, T> reader, InstantSource clock) {
        this.arn = arn;
        this.reader = reader;
        this.clock = clock;
        Core.getGlobalContext().register(this);
    }

    /// Callers wait for the first value only. Later ones are fetched by one caller while the others use the
    /// last one.
    @Override
    public T value() {
        var known = last;
        if (known == null || (isPast(known.since(), CACHED) && !fetching.isLocked())) {
            return fetched();
        }
        return known.value();
    }

    @Override
    public T refreshed() {
        return fetched();
    }

    /// No snapshot contains a secret.
    @Override
    public void beforeCheckpoint(@Nullable Context<? extends Resource> context) {
        last = null;
        tried = Instant.MIN;
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        // fetched when next needed
    }

    /// Callers that wait for another caller's fetch share its result or failure.
    private T fetched() {
        fetching.lock();
        try {
            if (isPast(tried, last == null ? PAUSE_WITHOUT_VALUE : PAUSE)) {
                fetch();
            }
            var known = last;
            if (known == null) {
                throw new SecretUnavailable();
            }
            return known.value();
        } finally {
            fetching.unlock();
        }
    }

    private void fetch() {
        try {
            last = new Good<>(reader.apply(text()), clock.instant());
        } catch (IllegalArgumentException refusal) {
            Incident.SECRET_UNREADABLE.report(arn + " " + refusal.getMessage());
        } catch (SdkException failure) {
            Incident.SECRET_UNREADABLE.report(
                    arn + " can't be fetched: " + failure.getClass().getSimpleName());
        } finally {
            tried = clock.instant();
        }
    }

    /// Returns the text without surrounding space, because a secret stored from a file often ends with a line
    /// break.
    private String text() {
        try (var client = SecretsManagerClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(LONGEST_ATTEMPT)
                        .socketTimeout(LONGEST_ATTEMPT))
                .overrideConfiguration(
                        limits -> limits.apiCallTimeout(LONGEST_CALL).apiCallAttemptTimeout(LONGEST_ATTEMPT))
                .build()) {
            var answer = client.getSecretValue(request -> request.secretId(arn));
            return Objects.requireNonNullElse(answer.secretString(), "").strip();
        }
    }

    private boolean isPast(Instant start, Duration time) {
        return Duration.between(start, clock.instant()).compareTo(time) > 0;
    }

    private record Good<T>(T value, Instant since) {}
}
