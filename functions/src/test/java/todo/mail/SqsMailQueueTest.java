package todo.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import todo.App;
import todo.Settings;
import todo.testing.Api;
import todo.testing.MailServer;
import todo.testing.Person;
import todo.testing.SqsServer;

/// In AWS, the functions that cause messages put a message into a queue, which invokes the function that sends
/// them.
final class SqsMailQueueTest {
    private final SqsServer sqs = SqsServer.shared();
    private final String queue = sqs.newQueue();
    private final MailQueue mail = queue(queue);
    private final Person ada = Api.shared().newPerson();

    @Test
    void a_kick_puts_a_message_without_content_into_the_queue() {
        mail.kick();
        mail.kick();

        assertThat(mail.isOn()).isTrue();
        assertThat(sqs.receive(queue)).contains("\"body\":\"{}\"", "\"eventSource\":\"aws:sqs\"");
    }

    @Test
    void the_function_sends_what_is_due_when_it_gets_the_queues_message() throws IOException {
        Outbox.add(MailKind.VERIFICATION, ada.id(), ada.email());
        mail.kick();

        try (var sender = Api.with(MailServer.shared().settings())) {
            sender.function(SendMail.class.getName())
                    .handleRequest(
                            new ByteArrayInputStream(sqs.receive(queue).getBytes(UTF_8)),
                            OutputStream.nullOutputStream(),
                            null);
        }

        assertThat(MailServer.shared().messagesTo(ada.email())).hasSize(1);
    }

    private static MailQueue queue(String url) {
        return App.with(Settings.from(Api.environment(Map.of("MAIL_QUEUE_URL", url))))
                .mailQueue();
    }
}
