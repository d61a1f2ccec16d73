package todo.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.Api.newEmail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import todo.testing.LogLines;
import todo.testing.MailServer;
import todo.testing.OwnDatabase;
import todo.testing.SqsServer;

/// In AWS, the functions that cause messages put a message into a queue, which invokes the function that sends
/// them.
@Isolated("reads the log of the whole process, and sets where its clients find SQS")
final class SqsMailQueueTest {
    private static final OwnDatabase DATABASE = OwnDatabase.create();
    private final SqsServer sqs = SqsServer.shared();
    private final String url = sqs.newQueue();
    private final Outbox outbox = Outbox.emptied(DATABASE);
    private final String ada = newEmail();

    @Test
    void a_kick_puts_a_message_without_content_into_the_queue() {
        var queue = queue(url);

        queue.kick();

        assertThat(queue.isOn()).isTrue();
        assertThat(sqs.receive(url)).contains("\"body\":\"{}\"").containsOnlyOnce("messageId");
    }

    @Test
    void the_function_sends_what_is_due_when_it_gets_the_queues_message() throws IOException {
        outbox.add(MailKind.VERIFICATION, ada);
        queue(url).kick();
        assertThat(outbox.size()).isOne();

        outbox.sendMail(MailServer.shared().settings())
                .handleRequest(
                        new ByteArrayInputStream(sqs.receive(url).getBytes(UTF_8)),
                        OutputStream.nullOutputStream(),
                        null);

        assertThat(outbox.size()).isZero();
        assertThat(MailServer.shared().messagesTo(ada)).hasSize(1);
    }

    @Test
    void a_kick_that_fails_is_reported_and_the_sweep_sends_the_message() {
        outbox.add(MailKind.VERIFICATION, ada);
        try (var lines = LogLines.open()) {
            queue(url + "-of-nobody").kick();
            sqs.whileUnreachable(() -> queue(url).kick());

            assertThat(lines.all())
                    .extracting(line -> line.path("event").asText())
                    .containsExactly("mail_queue_unreachable", "mail_queue_unreachable");
            assertThat(lines.text()).contains("QueueDoesNotExistException").doesNotContain(url);
        }

        outbox.sweepMail(MailServer.shared().settings()).run("test");

        assertThat(MailServer.shared().messagesTo(ada)).hasSize(1);
    }

    private MailQueue queue(String queueUrl) {
        return outbox.app(Map.of("MAIL_QUEUE_URL", queueUrl)).mailQueue();
    }
}
