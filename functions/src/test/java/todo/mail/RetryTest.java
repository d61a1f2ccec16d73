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

/// Each message is sent at least once, whatever fails, and by one sender at a time.
final class RetryTest {
    private static final OwnDatabase DATABASE = OwnDatabase.create();
    private static final MailServer SERVER = MailServer.shared();
    private static final Map<String, String> DOWN = MailServer.settings("smtp://localhost:1");

    private final Outbox outbox = Outbox.emptied(DATABASE);
    private final String ada = newEmail();

    @Test
    void the_pauses_between_attempts_grow_to_an_hour() {
        outbox.add(MailKind.VERIFICATION, ada);
        var pauses = new ArrayList<Long>();
        for (var attempt = 0; attempt < 8; attempt++) {
            outbox.makeDue();
            assertThat(outbox.send(DOWN)).isTrue();
            pauses.add(outbox.database().number("select round(extract(epoch from due_at - now()) / 60) from mails"));
        }

        assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
        assertThat(outbox.database().number("select attempts from mails")).isEqualTo(8);
    }

    @Test
    void a_message_is_not_tried_again_before_it_is_due() {
        outbox.add(MailKind.VERIFICATION, ada);
        outbox.send(DOWN);

        outbox.send(SERVER.settings());

        assertThat(SERVER.received(ada)).isEmpty();
        assertThat(outbox.size()).isOne();
    }

    @Test
    void a_message_is_sent_once_the_server_is_back() {
        outbox.add(MailKind.VERIFICATION, ada);
        outbox.send(DOWN);
        outbox.makeDue();

        outbox.send(SERVER.settings());

        assertThat(SERVER.messagesTo(ada)).hasSize(1);
        assertThat(outbox.size()).isZero();
    }

    @Test
    void while_the_server_is_down_each_run_tries_one_message() {
        IntStream.range(0, 3).forEach(_ -> outbox.add(MailKind.VERIFICATION, newEmail()));

        outbox.send(DOWN);

        assertThat(outbox.database().number("select sum(attempts) from mails")).isOne();
    }

    @Test
    void a_message_is_given_up_after_24_hours() {
        outbox.add(MailKind.VERIFICATION, ada);
        outbox.database().run("update mails set created_at = now() - interval '24 hours 1 second', attempts = 28");

        outbox.send(SERVER.settings());

        assertThat(outbox.size()).isZero();
        assertThat(SERVER.received(ada)).isEmpty();
        assertThat(outbox.database().number("select count(*) from mail_tokens")).isZero();
    }

    @Test
    void a_message_is_still_tried_before_24_hours_have_passed() {
        outbox.add(MailKind.VERIFICATION, ada);
        outbox.database().run("update mails set created_at = now() - interval '23 hours 59 minutes', attempts = 28");

        outbox.send(SERVER.settings());

        assertThat(SERVER.messagesTo(ada)).hasSize(1);
    }

    @Test
    void a_message_without_recipient_is_deleted() {
        outbox.add(MailKind.PASSWORD_RESET, ada);
        outbox.database().run("insert into mails (id, kind) values (gen_random_uuid(), 'password_reset')");
        outbox.database()
                .run("insert into mails (id, kind, user_id) select gen_random_uuid(), kind, user_id from mails");

        outbox.send(SERVER.settings());

        assertThat(outbox.size()).isZero();
        assertThat(SERVER.messagesTo(ada)).hasSize(1);
    }

    @Test
    void a_message_of_a_deleted_account_is_not_sent() {
        outbox.add(MailKind.PASSWORD_RESET, ada);
        outbox.database().run("delete from users");

        outbox.send(SERVER.settings());

        assertThat(SERVER.received(ada)).isEmpty();
    }

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
    void a_message_takes_two_statements_and_a_run_one_more() {
        var role = AppRole.create("counted_sender", Map.of());
        var sender = outbox.sendMail(SERVER.settings(), outbox.database().url(role));
        sender.run("first"); // connects

        assertThat(statementsOf(role, sender)).isOne();
        outbox.add(MailKind.VERIFICATION, newEmail());
        assertThat(statementsOf(role, sender)).isEqualTo(3);
        IntStream.range(0, 5).forEach(_ -> outbox.add(MailKind.PASSWORD_RESET_NOTICE, newEmail()));
        assertThat(statementsOf(role, sender)).isEqualTo(11);
    }

    private static long statementsOf(AppRole role, SendMail sender) {
        var before = role.statements();
        assertThat(sender.run("counted")).isTrue();
        return role.statements() - before;
    }

    private boolean hasToken(String token) {
        var hash = new LinkToken(token).hash();
        return outbox.database().number("select count(*) from mail_tokens where hash = ?", hash) == 1;
    }
}
