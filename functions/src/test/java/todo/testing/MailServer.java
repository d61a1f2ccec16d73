package todo.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A mail server (GreenMail) that keeps what it receives, with TLS, user and password. Every sender empties the
/// whole outbox, so tests on the shared database use [#shared] and look only for messages to their own
/// addresses.
public final class MailServer {
    /// What [#settings] has as `APP_URL`.
    public static final String APP_URL = "https://app.todo.example";

    /// What [#settings] has as the address in `MAIL_FROM`.
    public static final String FROM = "todo@todo.example";

    private static final String USER = "todo";
    private static final String PASSWORD = "s%cret:@/+ü";
    private static final String ENCODED_PASSWORD = "s%25cret%3A%40%2F+%C3%BC";
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
        return settings("smtps://%s:%s@localhost:%d".formatted(USER, ENCODED_PASSWORD, port()));
    }

    /// Settings with which an API sends mail to this URL.
    public static Map<String, String> settings(String smtpUrl) {
        return Map.of("SMTP_URL", smtpUrl, "MAIL_FROM", "Todo <" + FROM + ">", "APP_URL", APP_URL);
    }

    public int port() {
        return server.getSmtps().getPort();
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

    /// Starts a server. GreenMail reads the key store from system properties.
    private static MailServer start() {
        var setup = new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTPS);
        var server = new GreenMail(setup);
        server.setUser(FROM, USER, PASSWORD);
        server.start();
        return new MailServer(server);
    }

    private static final class Shared {
        private static final MailServer SERVER;

        static {
            try {
                var certificate = TlsCertificate.create();
                System.setProperty(
                        "greenmail.tls.keystore.file", certificate.keyStore().toString());
                System.setProperty("greenmail.tls.keystore.password", TlsCertificate.PASSWORD);
                trust(certificate);
                SERVER = start();
            } catch (IOException | GeneralSecurityException | InterruptedException failure) {
                throw new AssertionError("The mail server did not start", failure);
            }
        }

        /// Lets this JVM trust the certificate, which signs itself, like that of an authority.
        private static void trust(TlsCertificate certificate) throws IOException, GeneralSecurityException {
            var store = KeyStore.getInstance(certificate.keyStore().toFile(), TlsCertificate.PASSWORD.toCharArray());
            var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            try (var authorities =
                    Files.newInputStream(Path.of(System.getProperty("java.home"), "lib", "security", "cacerts"))) {
                trusted.load(authorities, null);
            }
            trusted.setCertificateEntry("mail-server", store.getCertificate(TlsCertificate.ALIAS));
            var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            SSLContext.setDefault(context);
        }
    }
}
