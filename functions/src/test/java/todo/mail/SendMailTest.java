package todo.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.Api.newEmail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.MailServer;
import todo.testing.OwnDatabase;

/// A message's way from the outbox to its recipient, by SMTP with TLS and a log-in.
final class SendMailTest {
    private static final OwnDatabase DATABASE = OwnDatabase.create();
    private static final MailServer SERVER = MailServer.shared();
    private static final Pattern LINK = Pattern.compile("https?:");

    private final Outbox outbox = Outbox.emptied(DATABASE);
    private final String ada = newEmail();

    @ParameterizedTest
    @EnumSource
    void every_message_has_a_text_and_the_same_in_html_without_remote_content(MailKind kind) throws Exception {
        var message = sent(kind, "Ada Lovelace");

        assertThat(message.getContentType()).startsWith("multipart/alternative");
        assertThat(MailServer.plainText(message)).startsWith("Hello Ada Lovelace,\r\n\r\n");
        assertThat(MailServer.html(message))
                .contains("<p>Hello Ada Lovelace,</p>")
                .doesNotContain("src=", "<img", "<link");
        assertThat(withoutTags(MailServer.html(message)))
                .isEqualToIgnoringWhitespace(message.getSubject() + MailServer.plainText(message));
        assertThat(source(message)).contains("charset=UTF-8");
    }

    @ParameterizedTest
    @EnumSource
    void the_headers_tell_that_the_message_is_automatic_and_identify_its_copies(MailKind kind) throws Exception {
        var id = outbox.add(kind, ada);
        outbox.send(SERVER.settings());
        var message = SERVER.messagesTo(ada).getFirst();

        assertThat(message.getHeader("Message-ID")).containsExactly("<" + id + "@todo.example>");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getHeader("From")).containsExactly("Todo <todo@todo.example>");
        assertThat(message.getHeader("To")).containsExactly(ada);
        assertThat(message.getHeader("Date")[0])
                .matches("(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d{1,2} [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d \\+0000");
    }

    @ParameterizedTest
    @CsvSource({
        "VERIFICATION, Verify your email address, /verify-email",
        "PASSWORD_RESET, Reset your password, /reset-password"
    })
    void a_message_with_a_link_has_one_whose_token_is_in_the_fragment(MailKind kind, String subject, String page)
            throws Exception {
        var message = sent(kind, "Ada");
        var link = MailServer.APP_URL + page + "#token=" + MailServer.linkToken(message);

        assertThat(message.getSubject()).isEqualTo(subject);
        assertThat(MailServer.plainText(message))
                .contains("\r\n\r\n" + link + "\r\n\r\n")
                .containsOnlyOnce("http");
        assertThat(MailServer.html(message)).contains("<a href=\"" + link + "\">" + link + "</a>");
        assertThat(LINK.matcher(MailServer.html(message)).results()).hasSize(2);
        assertThat(MailServer.linkToken(message)).matches("[A-Za-z0-9_-]{43}");
    }

    @ParameterizedTest
    @CsvSource({
        "PASSWORD_RESET_NOTICE, Your password was reset, reset the password of your Todo account again",
        "EMAIL_CHANGE_NOTICE, A new email address for your account, log in and change your password"
    })
    void a_notice_has_no_link_and_says_what_to_do(MailKind kind, String subject, String remedy) throws Exception {
        var message = sent(kind, "Ada");

        assertThat(message.getSubject()).isEqualTo(subject);
        assertThat(MailServer.plainText(message))
                .contains("If it was not you", remedy)
                .doesNotContain("http", "token");
        assertThat(outbox.database().number("select count(*) from mail_tokens")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"PASSWORD_RESET, 1", "VERIFICATION, 24"})
    void the_hash_of_a_links_token_is_stored_for_the_recipients_address(MailKind kind, int hours) {
        var requested = "2030-01-20 10:00:00+00";
        outbox.add(kind, ada);
        outbox.database().run("update mails set created_at = ?::timestamptz", requested);

        outbox.send(SERVER.settings());

        var token = new LinkToken(MailServer.linkToken(SERVER.messagesTo(ada).getFirst()));
        assertThat(outbox.database().number("""
                                select count(*) from mail_tokens join users on users.id = user_id
                                where hash = ? and users.email = mail_tokens.email and kind = ?
                                  and requested_at = ?::timestamptz
                                  and round(extract(epoch from expires_at - now()) / 3600) = ?""", token.hash(), kind.name().toLowerCase(Locale.ROOT), requested, hours))
                .isOne();
        assertThat(outbox.database().texts("select to_jsonb(mail_tokens)::text from mail_tokens"))
                .singleElement()
                .asString()
                .doesNotContain(token.text());
    }

    @Test
    void markup_in_a_name_is_text() throws Exception {
        var message = sent(MailKind.PASSWORD_RESET_NOTICE, "<b>Ada & \"Co\" Ünïcode 🙂");

        assertThat(MailServer.plainText(message)).startsWith("Hello <b>Ada & \"Co\" Ünïcode 🙂,");
        assertThat(MailServer.html(message))
                .contains("Hello &lt;b&gt;Ada &amp; &quot;Co&quot; Ünïcode 🙂,")
                .doesNotContain("<b>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"win at evil.example", "https:evil", "call eve@evil.example", "a\nb", "www.evil.example/x"})
    void a_name_that_mail_programs_may_turn_into_a_link_is_left_out(String name) throws Exception {
        var message = sent(MailKind.VERIFICATION, name);

        assertThat(MailServer.plainText(message)).startsWith("Hello,\r\n");
        assertThat(source(message)).doesNotContain("evil", "a\nb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada\r\nBcc: eve@evil.example", "\r\n\r\nHello", "=?utf-8?q?=0aBcc:_eve?="})
    void a_name_can_add_no_header(String name) throws Exception {
        var message = sent(MailKind.PASSWORD_RESET, name);

        assertThat(headers(message)).doesNotContain("Bcc", "eve", "Hello").contains("Subject: Reset your password\r\n");
    }

    private MimeMessage sent(MailKind kind, String name) {
        outbox.add(kind, ada, name);
        assertThat(outbox.send(SERVER.settings())).isTrue();
        assertThat(outbox.size()).isZero();
        return SERVER.messagesTo(ada).getFirst();
    }

    private static String withoutTags(String html) {
        return html.replaceAll("(?s)<title>|<[^>]*>", " ").replace("&#39;", "'");
    }

    private static String headers(MimeMessage message) throws IOException, MessagingException {
        return source(message).split("\r\n\r\n", 2)[0] + "\r\n";
    }

    private static String source(MimeMessage message) throws IOException, MessagingException {
        var bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
