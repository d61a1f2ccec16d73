package todo.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import todo.testing.LogLines;
import todo.testing.MailServer;
import todo.testing.OwnDatabase;
import todo.testing.SmtpProxy;

/// Addresses, names and the addresses that mail servers quote in their replies all contain the word "zebra".
@Isolated("reads the log of the whole process")
final class MailPrivacyTest {
    private final Outbox outbox = Outbox.emptied(OwnDatabase.create());
    private final String zebra = "zebra-" + UUID.randomUUID() + "@example.org";

    @Test
    void what_is_logged_of_a_message_identifies_it_and_nobody() {
        try (var lines = LogLines.open();
                var server = SmtpProxy.before(MailServer.shared())) {
            attempt(server, "RCPT", "450 4.2.1 <" + zebra + "> is greylisted");
            attempt(server, "RCPT", "550 5.1.1 <" + zebra + "> does not exist");
            attempt(server, "MAIL", "550 No zebra may send");
            attempt(server, ".", "554 The message to zebra is spam");
            attempt(server, "EHLO", "500 zebra");
            attempt(server, "connect", "554 No zebras");
            attempt(server, "connect", "220 Welcome, zebra\r\n250 zebra");
            outbox.database().run("update mails set created_at = created_at - interval '2 days', due_at = now()");
            outbox.send(MailServer.shared().settings());
            outbox.add(MailKind.PASSWORD_RESET, zebra.replace("zebra", "zebra2"), "Zebra");
            outbox.send(MailServer.shared().settings());
            var token = MailServer.linkToken(MailServer.shared()
                    .messagesTo(zebra.replace("zebra", "zebra2"))
                    .getFirst());

            assertThat(lines.all())
                    .extracting(line -> line.path("event").asText())
                    .contains("run", "mail_undelivered", "mail_given_up");
            assertThat(lines.text() + lines.standardError())
                    .doesNotContainIgnoringCase("zebra")
                    .doesNotContain(token, MailServer.ENCODED_PASSWORD, MailServer.PASSWORD);
        }
    }

    @Test
    void a_bug_fails_the_run_and_is_logged_without_its_message() {
        outbox.add(MailKind.VERIFICATION, zebra);
        outbox.database().run("""
                create function quote() returns trigger language plpgsql as $$
                begin
                    raise exception 'no %', new.recipient;
                end $$""");
        outbox.database().run("create trigger quote before update on mails for each row execute function quote()");

        try (var lines = LogLines.open()) {
            assertThat(outbox.send(MailServer.shared().settings())).isFalse();

            assertThat(lines.all())
                    .extracting(line -> line.path("event").asText())
                    .containsExactly("bug", "run");
            assertThat(lines.all().getLast().path("level").asText()).isEqualTo("error");
            assertThat(lines.text()).contains("SQLSTATE P0001").doesNotContain("zebra");
        }
    }

    private void attempt(SmtpProxy server, String command, String reply) {
        outbox.database().run("delete from users where lower(email) = lower(?)", zebra);
        outbox.add(MailKind.VERIFICATION, zebra, "Zebra");
        server.forwardAll().answer(command, reply);
        outbox.send(MailServer.settings(server.url()));
    }
}
