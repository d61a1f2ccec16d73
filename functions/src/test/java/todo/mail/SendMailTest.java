package todo.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import todo.App;
import todo.Settings;
import todo.testing.Api;
import todo.testing.MailServer;
import todo.testing.Person;
import todo.testing.Sql;

/// A message's way from the outbox to the mail server, by SMTP with TLS and a log-in.
final class SendMailTest {
    private static final MailServer SERVER = MailServer.shared();
    private static final App APP = App.with(Settings.from(Api.environment(SERVER.settings())));

    private final Person ada = Api.shared().newPerson();

    @Test
    void the_token_of_a_link_is_stored_as_hash_for_the_address_to_which_it_was_sent() {
        var message = sent(MailKind.PASSWORD_RESET);
        var token = new LinkToken(MailServer.linkToken(message));

        assertThat(Sql.number("""
                        select count(*) from mail_tokens
                        where hash = ? and user_id = ? and email = ? and kind = 'password_reset'
                          and expires_at between now() + interval '59 minutes' and now() + interval '1 hour'""", token.hash(), ada.id(), ada.email())).isOne();
        assertThat(Sql.number("select count(*) from mails where user_id = ?", ada.id()))
                .isZero();
    }

    @ParameterizedTest
    @EnumSource
    void each_message_is_readable_as_text_and_as_html_with_the_same_link(MailKind kind) throws MessagingException {
        var message = sent(kind);

        assertThat(message.getContentType()).startsWith("multipart/alternative");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getFrom()).extracting(Object::toString).containsExactly("Todo <" + MailServer.FROM + ">");
        assertThat(message.getAllRecipients()).extracting(Object::toString).containsExactly(ada.email());
    }

    private MimeMessage sent(MailKind kind) {
        Outbox.add(kind, ada.id(), ada.email());
        APP.mailQueue().kick();
        return SERVER.messagesTo(ada.email()).getFirst();
    }
}
