package todo.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.Api.newEmail;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import todo.database.Database;
import todo.database.DatabaseUrl;
import todo.mail.delivery.MailDestination;
import todo.mail.delivery.Mailbox;
import todo.secrets.Secret;
import todo.testing.MailServer;
import todo.testing.OwnDatabase;
import todo.testing.SmtpProxy;
import todo.testing.TlsCertificate;

/// What a mail server's certificate, replies and faults mean for a message.
final class SmtpTest {
    private static final OwnDatabase DATABASE = OwnDatabase.create();
    private static final MailServer SERVER = MailServer.shared();

    private final Outbox outbox = Outbox.emptied(DATABASE);
    private final SmtpProxy proxy = SmtpProxy.before(SERVER);
    private final String ada = newEmail();

    @AfterEach
    void close() {
        proxy.close();
    }

    @Test
    void a_wrong_password_leaves_the_message_in_the_outbox() {
        sendTo(SERVER.url("wrong", "localhost"));

        assertThat(outbox.size()).isOne();
        assertThat(SERVER.received(ada)).isEmpty();
    }

    @Test
    void a_server_whose_certificate_no_authority_has_signed_gets_no_password_and_no_message() throws Exception {
        proxy.offerTls(TlsCertificate.create().proving());

        sendTo(withLogIn(proxy.url()));

        assertThat(outbox.size()).isOne();
        assertThat(verbs()).containsExactly("connect", "EHLO", "STARTTLS");
    }

    @Test
    void a_server_whose_certificate_is_for_another_host_gets_no_message() {
        sendTo(SERVER.url(MailServer.ENCODED_PASSWORD, "127.0.0.1"));

        assertThat(outbox.size()).isOne();
        assertThat(SERVER.received(ada)).isEmpty();
    }

    @Test
    void starttls_secures_the_password_and_the_message() {
        proxy.offerTls();

        sendEncryptedTo(withLogIn(proxy.url()));

        assertThat(SERVER.messagesTo(ada)).hasSize(1);
        assertThat(verbs()).startsWith("connect", "EHLO", "STARTTLS", "EHLO", "AUTH", "MAIL");
    }

    @Test
    void a_server_without_starttls_gets_no_password_and_no_message_in_other_stages_than_local() {
        sendEncryptedTo(withLogIn(proxy.url()));

        assertThat(outbox.size()).isOne();
        assertThat(verbs()).containsExactly("connect", "EHLO");
    }

    @Test
    void a_local_server_needs_neither_tls_nor_a_log_in() {
        sendTo(proxy.url());

        assertThat(SERVER.messagesTo(ada)).hasSize(1);
        assertThat(verbs()).containsExactly("connect", "EHLO", "MAIL", "RCPT", "DATA", ".", "QUIT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"550 No such user", "550 5.1.1 No such user", "553 Bad address", "554-5.1.2 No\r\n554 5.1.2 host"
            })
    void a_message_to_an_address_that_does_not_exist_is_given_up_at_once(String reply) {
        proxy.answer("RCPT", reply);

        sendTo(proxy.url());

        assertThat(outbox.size()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RCPT    | 450 4.2.1 Greylisted
            RCPT    | 550 5.7.1 Relaying denied
            RCPT    | 552 5.2.2 Mailbox full
            RCPT    | 421 4.3.2 Shutting down
            MAIL    | 550 5.1.8 Sender unknown
            MAIL    | 451 4.3.0 Later
            DATA    | 451 4.3.0 Later
            .       | 554 5.7.1 Looks like spam
            .       | end
            DATA    | end
            EHLO    | 500 Unknown command
            EHLO    | end
            connect | 554 Not for you
            connect | end
            """)
    void every_other_refusal_leaves_the_message_in_the_outbox(String command, String reply) {
        proxy.answer(command, reply).answer("HELO", "502 Not implemented");

        sendTo(proxy.url());

        assertThat(outbox.size()).isOne();
        assertThat(SERVER.received(ada)).isEmpty();
    }

    @Test
    void a_refused_recipient_does_not_keep_others_waiting() {
        var refused = newEmail();
        outbox.add(MailKind.VERIFICATION, refused);
        outbox.database().run("update mails set due_at = now() - interval '1 second'");
        proxy.answer("RCPT TO:<" + refused, "450 4.2.1 Greylisted");

        sendTo(proxy.url());

        assertThat(SERVER.messagesTo(ada)).hasSize(1);
        assertThat(outbox.database().texts("select recipient from mails")).containsExactly(refused);
    }

    @Test
    void a_server_that_does_not_reply_is_left_after_ten_seconds() {
        proxy.answer("RCPT", SmtpProxy.NONE);

        sendTo(proxy.url());

        assertThat(outbox.size()).isOne();
    }

    private void sendTo(String url) {
        outbox.add(MailKind.VERIFICATION, ada);
        assertThat(outbox.send(MailServer.settings(url))).isTrue();
    }

    /// Sends as in a stage other than `local`, but from a local database.
    private void sendEncryptedTo(String url) {
        outbox.add(MailKind.VERIFICATION, ada);
        try (var database =
                new Database(Secret.of(DatabaseUrl.parse(outbox.database().url())), 1)) {
            new MailSender(
                            new SqlOutbox(database),
                            Secret.of(MailDestination.parseEncrypted(url)),
                            Mailbox.parse(MailServer.FROM),
                            new MailTexts(MailServer.APP_URL))
                    .sendDue();
        }
    }

    private List<String> verbs() {
        return proxy.commands().stream().map(it -> it.split(" ", 2)[0]).toList();
    }

    private static String withLogIn(String url) {
        return url.replace("//", "//todo:" + MailServer.ENCODED_PASSWORD + "@");
    }
}
