package todo.mail;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import todo.telemetry.Incident;

/// Puts messages without content into a queue.
final class SqsSender {
    private static final Duration LONGEST_CALL = Duration.ofSeconds(3);
    private static final Duration LONGEST_ATTEMPT = Duration.ofMillis(1400);

    private final String queueUrl;
    private @Nullable SqsClient client;

    SqsSender(String queueUrl) {
        this.queueUrl = queueUrl;
    }

    /// A failure is only reported: the sweep sends the message.
    void send() {
        try {
            client().sendMessage(message -> message.queueUrl(queueUrl).messageBody("{}"));
        } catch (SdkException failure) {
            Incident.MAIL_QUEUE_UNREACHABLE.report("No message can be sent to the mail queue: "
                    + failure.getClass().getSimpleName());
        }
    }

    private synchronized SqsClient client() {
        if (client == null) {
            client = SqsClient.builder()
                    .httpClientBuilder(UrlConnectionHttpClient.builder()
                            .connectionTimeout(LONGEST_ATTEMPT)
                            .socketTimeout(LONGEST_ATTEMPT))
                    .overrideConfiguration(
                            limits -> limits.apiCallTimeout(LONGEST_CALL).apiCallAttemptTimeout(LONGEST_ATTEMPT))
                    .build();
        }
        return client;
    }
}
