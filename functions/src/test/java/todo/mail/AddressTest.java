package todo.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.Api.newEmail;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.MailServer;
import todo.testing.OwnDatabase;
import todo.testing.SmtpProxy;

/// Addresses outside ASCII, and texts that are no addresses.
final class AddressTest {
    private static final OwnDatabase DATABASE = OwnDatabase.create();
    private final Outbox outbox = Outbox.emptied(DATABASE);
    private final SmtpProxy server = SmtpProxy.before(MailServer.shared());

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"bücher.example, xn--bcher-kva.example", "Пример.Рф, xn--e1afmkfd.xn--p1ai", "EXAMPLE.org, example.org"
    })
    void a_domain_is_sent_in_ascii(String domain, String ascii) {
        var local = "ada-" + UUID.randomUUID();

        send(local + "@" + domain);

        assertThat(server.commands()).contains("RCPT TO:<" + local + "@" + ascii + ">");
        assertThat(MailServer.shared().messagesTo(local + "@" + ascii)).hasSize(1);
    }

    @Test
    void a_domain_that_the_jdk_would_turn_into_another_one_is_given_up() {
        send("ada@straße.example");

        assertThat(outbox.size()).isZero();
        assertThat(server.commands()).isEmpty();
    }

    @Test
    void a_local_part_outside_ascii_is_sent_to_a_server_with_smtputf8() {
        var local = "zoë-" + UUID.randomUUID();

        send(local + "@bücher.example");

        assertThat(server.commands())
                .contains(
                        "MAIL FROM:<" + MailServer.FROM + "> SMTPUTF8",
                        "RCPT TO:<" + local + "@xn--bcher-kva.example>");
        assertThat(MailServer.shared().messagesTo(local + "@xn--bcher-kva.example"))
                .hasSize(1);
    }

    @Test
    void a_local_part_outside_ascii_is_given_up_without_smtputf8() {
        server.answer("EHLO", "250 localhost");

        send("zoë@example.org");

        assertThat(outbox.size()).isZero();
        assertThat(server.commands()).noneMatch(command -> command.startsWith("MAIL"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.org\r\nBcc: eve@example.org",
                "ada@example.org\r\nRCPT TO:<eve@example.org>",
                "ada@example.org, eve@example.org",
                "ada@example.org> SIZE=1 <eve@example.org",
                "Ada <ada@example.org>",
                "undisclosed:eve@example.org;",
                "\"ada eve\"@example.org",
                "ada@[127.0.0.1]",
                "ada",
                " ",
                "@"
            })
    void a_text_that_is_no_address_is_given_up_before_the_server_sees_it(String text) {
        send(text);

        assertThat(outbox.size()).isZero();
        assertThat(server.commands()).isEmpty();
    }

    private void send(String recipient) {
        outbox.add(MailKind.VERIFICATION, newEmail());
        outbox.database().run("update mails set recipient = ?", recipient);
        assertThat(outbox.send(MailServer.settings(server.url()))).isTrue();
    }
}
