package todo.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/// A mail server (GreenMail) that keeps what it receives, with TLS, user and password. Every sender empties the
/// whole outbox, so tests on the shared database use [#shared] and look only for messages to their own
/// addresses.
public final class MailServer {
    /// What [#settings] has as `APP_URL`.
    public static final String APP_URL = "https://app.todo.example";

    /// What [#settings] has as the address in `MAIL_FROM`.
    public static final String FROM = "todo@todo.example";

    static final String USER = "todo";
    public static final String PASSWORD = "s%cret:@/+ü";
    /// [#PASSWORD] as a URL has it.
    public static final String ENCODED_PASSWORD = "s%25cret%3A%40%2F+%C3%BC";
    static final String OPERATOR = "operator";
    private static final Pattern LINK = Pattern.compile("https?://\\S+#token=(\\S+)");
    private static final long LONGEST_WAIT = Duration.ofSeconds(30).toNanos();
    private static final long PAUSE = Duration.ofMillis(5).toNanos();

    private final GreenMail server;

    private MailServer(GreenMail server) {
        this.server = server;
    }

    /// Returns the server of all tests on the shared database. Its certificate is for `localhost`.
    public static MailServer shared() {
        return Shared.SERVER;
    }

    /// Settings with which an API sends mail to this server.
    public Map<String, String> settings() {
        return settings(url(ENCODED_PASSWORD, "localhost"));
    }

    /// Settings with which an API sends mail to this URL.
    public static Map<String, String> settings(String smtpUrl) {
        return Map.of("SMTP_URL", smtpUrl, "MAIL_FROM", "Todo <" + FROM + ">", "APP_URL", APP_URL);
    }

    /// The port with TLS.
    public int port() {
        return server.getSmtps().getPort();
    }

    /// The port without TLS.
    public int plainPort() {
        return server.getSmtp().getPort();
    }

    /// Returns the URL with TLS.
    public String url(String password, String host) {
        return "smtps://%s:%s@%s:%d".formatted(USER, password, host, port());
    }

    /// Returns a URL with another user, whose password is ASCII.
    public String operatorsUrl() {
        return "smtps://%1$s:%1$s@localhost:%2$d".formatted(OPERATOR, port());
    }

    /// Returns the certificate of [#shared] as a PEM file.
    public Path certificate() {
        return Shared.CERTIFICATE.certificate();
    }

    /// Returns the TLS of this server, whose certificate tests trust.
    static SSLContext tls() {
        return Shared.TLS;
    }

    /// Waits for a message to this address, and returns all of them.
    public List<MimeMessage> messagesTo(String address) {
        return messagesTo(address, 1);
    }

    /// Waits for so many messages to this address, and returns all of them in the order of their arrival.
    public List<MimeMessage> messagesTo(String address, int count) {
        var end = System.nanoTime() + LONGEST_WAIT;
        while (received(address).size() < count && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE);
        }
        assertThat(received(address)).as("messages to " + address).hasSizeGreaterThanOrEqualTo(count);
        return received(address);
    }

    /// Returns the messages to this address that have arrived by now.
    public List<MimeMessage> received(String address) {
        return server.findReceivedMessages(user -> user.getEmail().equalsIgnoreCase(address), _ -> true)
                .toList();
    }

    /// Returns the token in the message's link.
    public static String linkToken(MimeMessage message) {
        var link = LINK.matcher(plainText(message));
        assertThat(link.find()).as("the message has a link").isTrue();
        return link.group(1);
    }

    /// Returns the plain text of a message.
    public static String plainText(MimeMessage message) {
        return part(message, 0);
    }

    /// Returns the HTML of a message.
    public static String html(MimeMessage message) {
        return part(message, 1);
    }

    private static String part(MimeMessage message, int index) {
        try {
            return ((MimeMultipart) message.getContent())
                    .getBodyPart(index)
                    .getContent()
                    .toString();
        } catch (IOException | MessagingException broken) {
            throw new AssertionError("The message can't be read", broken);
        }
    }

    /// GreenMail reads its certificate from system properties.
    private static final class Shared {
        private static final MailServer SERVER;
        private static final TlsCertificate CERTIFICATE;
        private static final SSLContext TLS;

        static {
            try {
                CERTIFICATE = TlsCertificate.create();
                System.setProperty(
                        "greenmail.tls.keystore.file", CERTIFICATE.keyStore().toString());
                SSLContext.setDefault(CERTIFICATE.trusting());
                TLS = CERTIFICATE.proving();
                SERVER = new MailServer(SilentGreenMail.start());
            } catch (IOException | GeneralSecurityException | InterruptedException failure) {
                throw new AssertionError("The mail server did not start", failure);
            }
        }
    }
}
