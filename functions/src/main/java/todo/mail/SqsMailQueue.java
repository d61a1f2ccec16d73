package todo.mail;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import todo.telemetry.Incident;

/// Starts the function [SendMail] through a queue in Amazon SQS. Its messages say only that there is something
/// to send.
public final class SqsMailQueue implements MailQueue {
    private static final Duration LONGEST_CALL = Duration.ofSeconds(3);
    private static final Duration LONGEST_ATTEMPT = Duration.ofMillis(1400);

    private final String url;
    private @Nullable SqsClient client;

    public SqsMailQueue(URI url) {
        this.url = url.toString();
    }

    @Override
    public boolean isOn() {
        return true;
    }

    /// A failure is only reported: the sweep sends the message.
    @Override
    public void kick() {
        try {
            client().sendMessage(message -> message.queueUrl(url).messageBody("{}"));
        } catch (SdkException failure) {
            Incident.MAIL_QUEUE_UNREACHABLE.report("No message can be sent to the mail queue: "
                    + failure.getClass().getSimpleName());
        }
    }

    /// Creates the client at first use, because most requests cause no mail.
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
