package todo.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.Api.newEmail;

import java.util.ArrayList;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import todo.testing.AppRole;
import todo.testing.MailServer;
import todo.testing.OwnDatabase;

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
        outbox.database()
                .run(
                        "insert into mails (id, kind, user_id) values (gen_random_uuid(), 'password_reset', gen_random_uuid())");
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
}
