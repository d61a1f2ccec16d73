package todo.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.Api.newEmail;

import java.util.ArrayList;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.AppRole;
import todo.testing.Burst;
import todo.testing.FaultProxy;
import todo.testing.MailServer;
import todo.testing.OwnDatabase;
import todo.testing.SmtpProxy;

/// Senders that run at the same time, or stop while they send.
final class SendersTest {
    private static final OwnDatabase DATABASE = OwnDatabase.create();
    private static final MailServer SERVER = MailServer.shared();

    private final Outbox outbox = Outbox.emptied(DATABASE);
    private final String ada = newEmail();

    @ParameterizedTest
    @ValueSource(ints = {2, 8})
    void concurrent_senders_send_each_message_exactly_once(int senders) {
        var recipients = new ArrayList<String>();
        IntStream.range(0, 50).forEach(_ -> recipients.add(newEmail()));
        recipients.forEach(recipient -> outbox.add(MailKind.VERIFICATION, recipient));

        var runs = Burst.of(senders, _ -> outbox.send(SERVER.settings()));

        assertThat(runs).hasSize(senders).containsOnly(true);
        assertThat(outbox.size()).isZero();
        assertThat(recipients).allSatisfy(it -> assertThat(SERVER.received(it)).hasSize(1));
        assertThat(outbox.database().number("select count(*) from mail_tokens")).isEqualTo(50);
    }

    @Test
    void a_sender_that_dies_after_the_server_accepted_the_message_loses_nothing() throws Exception {
        var id = outbox.add(MailKind.PASSWORD_RESET, ada);
        var role = AppRole.create("dying_sender", Map.of());
        try (var database = FaultProxy.beforeDatabase();
                var server = SmtpProxy.before(SERVER)) {
            server.onAcceptance(() -> {
                database.refuse();
                database.reset();
            });
            var dying = outbox.sendMail(
                    MailServer.settings(server.url()), outbox.database().url(role, database));
            assertThat(dying.run("test")).isFalse();
        }
        assertThat(SERVER.messagesTo(ada)).hasSize(1);
        assertThat(outbox.size()).isOne();

        outbox.makeDue();
        outbox.send(SERVER.settings());

        assertThat(outbox.size()).isZero();
        for (var copy : SERVER.messagesTo(ada, 2)) {
            assertThat(copy.getMessageID()).isEqualTo("<" + id + "@todo.example>");
            assertThat(hasToken(MailServer.linkToken(copy))).isTrue();
        }
        assertThat(outbox.database().number("select count(distinct requested_at) from mail_tokens"))
                .isOne();
    }

    @Test
    void a_message_whose_acceptance_was_not_learned_is_sent_again() {
        outbox.add(MailKind.PASSWORD_RESET, ada);
        try (var server = SmtpProxy.before(SERVER)) {
            server.onAcceptance(() -> {
                throw new IllegalStateException("the connection ends");
            });
            outbox.send(MailServer.settings(server.url()));
        }
        assertThat(SERVER.messagesTo(ada)).hasSize(1);

        outbox.makeDue();
        outbox.send(SERVER.settings());

        assertThat(SERVER.messagesTo(ada, 2)).hasSize(2);
        assertThat(outbox.size()).isZero();
    }

    @Test
    void a_sender_does_not_wait_for_an_account_that_is_being_deleted() {
        var bob = newEmail();
        outbox.add(MailKind.VERIFICATION, ada);
        outbox.add(MailKind.VERIFICATION, bob);

        DATABASE.during("delete from users where email = '%s'".formatted(ada), () -> outbox.send(SERVER.settings()));

        assertThat(SERVER.messagesTo(bob)).hasSize(1);
        assertThat(SERVER.received(ada)).isEmpty();
        assertThat(DATABASE.texts("select attempts::text from mails")).containsExactly("0");
    }

    private boolean hasToken(String token) {
        var hash = new LinkToken(token).hash();
        return outbox.database().number("select count(*) from mail_tokens where hash = ?", hash) == 1;
    }
}
