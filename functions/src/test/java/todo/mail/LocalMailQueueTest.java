package todo.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.Api.newEmail;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import todo.testing.AppRole;
import todo.testing.MailServer;
import todo.testing.OwnDatabase;
import todo.testing.SmtpProxy;

/// The queue of a process that sends its messages itself.
final class LocalMailQueueTest {
    private static final OwnDatabase DATABASE = OwnDatabase.create();
    private static final MailServer SERVER = MailServer.shared();

    private static final Duration QUIET = Duration.ofMillis(300);

    private final Outbox outbox = Outbox.emptied(DATABASE);

    @Test
    void a_kick_sends_what_is_due_in_the_background() {
        var ada = newEmail();
        outbox.add(MailKind.VERIFICATION, ada);
        var queue = outbox.app(SERVER.settings()).mailQueue();

        queue.kick();

        assertThat(queue.isOn()).isTrue();
        assertThat(SERVER.messagesTo(ada)).hasSize(1);
    }

    @Test
    void kicks_during_a_run_lead_to_one_further_run() throws InterruptedException {
        var role = AppRole.create("kicked", Map.of());
        var accepted = new CountDownLatch(1);
        var kicked = new CountDownLatch(1);
        try (var server = SmtpProxy.before(SERVER)) {
            var settings = new HashMap<>(MailServer.settings(server.url()));
            settings.put("DATABASE_URL", outbox.database().url(role));
            var queue = outbox.app(settings).mailQueue();
            var before = statementsOfFirstRun(queue, role);
            server.onAcceptance(() -> {
                accepted.countDown();
                await(kicked);
            });
            outbox.add(MailKind.VERIFICATION, newEmail());
            queue.kick();
            accepted.await();

            IntStream.range(0, 100).forEach(_ -> queue.kick());
            kicked.countDown();

            role.awaitIdle(QUIET);
            assertThat(role.statements() - before).isEqualTo(3 + 1);
        }
    }

    /// Connects, and returns the number of statements so far.
    private long statementsOfFirstRun(MailQueue queue, AppRole role) {
        var ada = newEmail();
        outbox.add(MailKind.VERIFICATION, ada);
        queue.kick();
        SERVER.messagesTo(ada);
        role.awaitIdle(QUIET);
        return role.statements();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
