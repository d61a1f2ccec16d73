package todo.testing;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/// A secret in an emulator of AWS, such as LocalStack, whose URL is in `AWS_ENDPOINT_URL`. The SDK reaches the
/// emulator through a proxy that can fail. Its methods must be called by one thread.
public final class EmulatedSecret implements AutoCloseable {
    private static final Optional<URI> EMULATOR =
            Optional.ofNullable(System.getenv("AWS_ENDPOINT_URL")).map(URI::create);
    private static final String CURRENT = "AWSCURRENT";

    private final URI emulator = EMULATOR.orElseThrow();
    private final FaultProxy proxy = FaultProxy.before(emulator.getHost(), emulator.getPort());
    private final AwsEndpoint endpoint = new AwsEndpoint("http://127.0.0.1:" + proxy.port());
    private final SecretsManagerClient direct;
    private final String arn;

    private EmulatedSecret(String text) {
        endpoint.use();
        direct = SecretsManagerClient.builder()
                .endpointOverride(emulator)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        arn = direct.createSecret(it -> it.name("todo/" + UUID.randomUUID()).secretString(text))
                .arn();
    }

    /// For `@EnabledIf`.
    public static boolean available() {
        if (EMULATOR.isEmpty()) {
            System.out.println(
                    "Skipped: AWS_ENDPOINT_URL does not name an emulator of AWS (.ci/localstack starts one)");
        }
        return EMULATOR.isPresent();
    }

    public static EmulatedSecret holding(String text) {
        return new EmulatedSecret(text);
    }

    /// Returns the ARN as template.yaml has it, without the random suffix.
    public String arn() {
        return arn.replaceFirst("-[A-Za-z0-9]{6}$", "");
    }

    public FaultProxy proxy() {
        return proxy;
    }

    /// Environment variables that configure the SDK of another process.
    public Map<String, String> environment() {
        return endpoint.environment();
    }

    /// Replaces the text.
    public void hold(String text) {
        direct.putSecretValue(it -> it.secretId(arn).secretString(text));
    }

    /// Stores the text of a rotation that has started, and returns the id of its version.
    public String propose(String text) {
        return direct.putSecretValue(it -> it.secretId(arn).secretString(text).versionStages("AWSPENDING"))
                .versionId();
    }

    /// Finishes the rotation.
    public void promote(String version) {
        var before = direct.getSecretValue(it -> it.secretId(arn)).versionId();
        direct.updateSecretVersionStage(it ->
                it.secretId(arn).versionStage(CURRENT).moveToVersionId(version).removeFromVersionId(before));
    }

    /// Deletes the secret, with a recovery window.
    public void delete() {
        direct.deleteSecret(it -> it.secretId(arn));
    }

    public void restore() {
        direct.restoreSecret(it -> it.secretId(arn));
    }

    @Override
    public void close() {
        direct.deleteSecret(it -> it.secretId(arn).forceDeleteWithoutRecovery(true));
        direct.close();
        endpoint.unuse();
        proxy.close();
    }
}
