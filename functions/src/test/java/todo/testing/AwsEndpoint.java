package todo.testing;

import java.util.Map;

/// A replacement for AWS at this URL, and the settings that lead the SDK's clients to it.
public record AwsEndpoint(String url) {
    private static final String REGION = "eu-central-1";
    private static final String SECRETS_MANAGER = "aws.endpointUrlSecretsManager";

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

    /// Configures this process's client of Secrets Manager.
    void use() {
        System.setProperty(SECRETS_MANAGER, url);
        logIn();
    }

    /// Ends [#use].
    void unuse() {
        System.clearProperty(SECRETS_MANAGER);
    }

    /// Configures this process's clients of SQS.
    void useForSqs() {
        System.setProperty("aws.endpointUrlSqs", url);
        logIn();
    }

    /// Stays in effect: clients of other tests may be in use.
    private static void logIn() {
        System.setProperty("aws.region", REGION);
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
    }
}
