package todo.secrets;

import java.time.Duration;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/// A secret in AWS Secrets Manager, kept for 5 minutes. Asking for a newer one helps at most every 10 seconds, so
/// that forged requests can't turn into calls.
public final class ManagedSecret implements Secret, Resource {
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration NEW_ENOUGH = Duration.ofSeconds(10);
    private static final Duration LONGEST_CALL = Duration.ofSeconds(5);

    private final String arn;
    private @Nullable Fetched last;

    public ManagedSecret(String arn) {
        this.arn = arn;
        Core.getGlobalContext().register(this);
    }

    @Override
    public String value() {
        return noOlderThan(KEPT);
    }

    @Override
    public String refreshed() {
        return noOlderThan(NEW_ENOUGH);
    }

    /// No secret lies in a snapshot.
    @Override
    public synchronized void beforeCheckpoint(@Nullable Context<? extends Resource> context) {
        last = null;
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        // it is fetched when it is next asked for
    }

    private synchronized String noOlderThan(Duration age) {
        var known = last;
        if (known == null || System.nanoTime() - known.at() > age.toNanos()) {
            known = new Fetched(fetch(), System.nanoTime());
            last = known;
        }
        return known.value();
    }

    private String fetch() {
        try (var client = SecretsManagerClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(LONGEST_CALL)
                        .socketTimeout(LONGEST_CALL))
                .build()) {
            return client.getSecretValue(request -> request.secretId(arn)).secretString();
        }
    }

    private record Fetched(String value, long at) {}
}
