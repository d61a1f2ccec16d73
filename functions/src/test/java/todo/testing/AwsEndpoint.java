package todo.testing;

import java.util.Map;

/// A replacement for AWS at this URL, and the settings that lead the SDK's clients to it.
public record AwsEndpoint(String url) {
    private static final String REGION = "eu-central-1";

    /// Environment variables that configure the SDK of another process.
    public Map<String, String> environment() {
        return Map.of(
                "AWS_ENDPOINT_URL",
                url,
                "AWS_REGION",
                REGION,
                "AWS_ACCESS_KEY_ID",
                "test",
                "AWS_SECRET_ACCESS_KEY",
                "test");
    }

    /// Configures the SDK of this process.
    void use() {
        properties().forEach(System::setProperty);
    }

    /// Ends [#use].
    void unuse() {
        properties().keySet().forEach(System::clearProperty);
    }

    private Map<String, String> properties() {
        return Map.of(
                "aws.endpointUrlSecretsManager",
                url,
                "aws.endpointUrlSqs",
                url,
                "aws.region",
                REGION,
                "aws.accessKeyId",
                "test",
                "aws.secretAccessKey",
                "test");
    }
}
