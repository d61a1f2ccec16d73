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
import todo.http.ErrorCode;
import todo.http.Incident;
import todo.http.Problem;

/// A secret in AWS Secrets Manager, fetched anew after 5 minutes. One that can't be fetched or read is reported,
/// and leaves the last good one in force. There are pauses between the calls, so that forged requests can't turn
/// into calls.
public final class ManagedSecret<T> implements Secret<T>, Resource {
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration PAUSE_WITHOUT_ANY = Duration.ofSeconds(1);
    private static final Duration RECOVERY = Duration.ofSeconds(5);
    private static final Duration LONGEST_CALL = Duration.ofSeconds(4);
    private static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(2);

    private final String arn;
    private final Function<String, T> reader;
    private final InstantSource clock;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile @Nullable Good<T> last;
    private Instant tried = Instant.MIN;

    /// `reader` refuses a text by an [IllegalArgumentException] whose message does not quote it.
    public ManagedSecret(String arn, Function<String, T> reader, InstantSource clock) {
        this.arn = arn;
        this.reader = reader;
        this.clock = clock;
        Core.getGlobalContext().register(this);
    }

    /// Only the first one has to be waited for: while another is fetched, the last good one serves.
    @Override
    public T value() {
        var known = last;
        if (known == null || (isOver(known.since(), KEPT) && !fetching.isLocked())) {
            return fetched();
        }
        return known.value();
    }

    @Override
    public T refreshed() {
        return fetched();
    }

    /// No secret lies in a snapshot.
    @Override
    public void beforeCheckpoint(@Nullable Context<? extends Resource> context) {
        last = null;
        tried = Instant.MIN;
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        // it is fetched when it is next asked for
    }

    /// Whoever waits for another's call shares its result, also where it failed.
    private T fetched() {
        fetching.lock();
        try {
            if (isOver(tried, last == null ? PAUSE_WITHOUT_ANY : PAUSE)) {
                fetch();
            }
            var known = last;
            if (known == null) {
                throw Problem.until(ErrorCode.DATABASE_UNAVAILABLE, RECOVERY);
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

    /// Without the space around it: a secret that was put there out of a file often ends with a line break.
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

    private boolean isOver(Instant start, Duration time) {
        return Duration.between(start, clock.instant()).compareTo(time) > 0;
    }

    private record Good<T>(T value, Instant since) {}
}
