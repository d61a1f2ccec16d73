package todo.mail.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.net.URLDecoder;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import todo.mail.delivery.Delivery.Accepted;
import todo.mail.delivery.Delivery.Refused;

/// A mail server that accepts messages by SMTP. Its certificate is verified.
///
/// @param startsWithTls whether the connection starts with TLS, and does not change to it by STARTTLS
/// @param requiresTls whether nothing is sent, the password included, to a server without TLS
/// @param user null for a server that needs no log-in
record SmtpServer(
        String host,
        int port,
        boolean startsWithTls,
        boolean requiresTls,
        @Nullable String user,
        @Nullable String password)
        implements MailDestination {
    private static final Pattern FORM =
            Pattern.compile("(?<scheme>smtps?)://(?:(?<user>[^:@/]*):(?<password>[^:@/]*)@)?"
                    + "(?<host>[\\w.-]+|\\[[0-9a-fA-F:.]+])(?::(?<port>\\d{1,5}))?/?");

    private static final int PORTS = 65_536;

    /// In milliseconds. An attempt has about ten replies to wait for, most of which come at once.
    private static final String LONGEST_CONNECT = "5000";
    private static final String LONGEST_REPLY = "10000";

    /// Parses `smtps://user:password@host:port`, or `smtp://…` for STARTTLS.
    ///
    /// @throws IllegalArgumentException with a message that follows the setting's name and quotes nothing
    static SmtpServer parse(String url, boolean requiresTls) {
        try {
            var form = FORM.matcher(url);
            if (form.matches() && port(form) < PORTS) {
                return new SmtpServer(
                        form.group("host"),
                        port(form),
                        startsWithTls(form),
                        requiresTls,
                        decoded(form.group("user")),
                        decoded(form.group("password")));
            }
        } catch (IllegalArgumentException _) {
            // not percent-encoded; reported below without a cause, which would quote the password
        }
        throw new IllegalArgumentException("must be smtps://user:password@host:port or smtp://…"
                + (requiresTls ? "" : ", or file:folder")
                + ", with user and password percent-encoded");
    }

    private static boolean startsWithTls(Matcher form) {
        return form.group("scheme").equals("smtps");
    }

    private static int port(Matcher form) {
        var port = form.group("port");
        if (port == null) {
            return startsWithTls(form) ? 465 : 587;
        }
        return Integer.parseInt(port);
    }

    @Override
    public Delivery deliver(Message message) {
        var recipient = SmtpAddress.of(message.recipient());
        return recipient.isPresent() ? deliver(message, recipient.get()) : new Refused("no address for SMTP");
    }

    private Delivery deliver(Message message, SmtpAddress recipient) {
        var session = Session.getInstance(properties(message, recipient));
        var mime = SmtpMessage.of(message, recipient, session);
        var transport = new SMTPTransport(session, null);
        try {
            transport.connect(host, port, user, password);
            if (recipient.needsUtf8() && !transport.supportsExtension("SMTPUTF8")) {
                return new Refused("no SMTPUTF8");
            }
            transport.sendMessage(mime, mime.getAllRecipients());
            return new Accepted();
        } catch (MessagingException failure) {
            return SmtpFailure.of(failure);
        } finally {
            close(transport);
        }
    }

    /// Failures don't matter: the message is accepted already, or is sent again.
    private static void close(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException _) {
            // the connection is lost
        }
    }

    private Properties properties(Message message, SmtpAddress recipient) {
        var properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", LONGEST_CONNECT);
        properties.setProperty("mail.smtp.timeout", LONGEST_REPLY);
        properties.setProperty("mail.smtp.writetimeout", LONGEST_REPLY);
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(startsWithTls));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(requiresTls));
        properties.setProperty("mail.smtp.auth", Boolean.toString(user != null));
        properties.setProperty("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
        properties.setProperty("mail.smtp.localhost", message.from().domain());
        properties.setProperty("mail.mime.allowutf8", Boolean.toString(recipient.needsUtf8()));
        return properties;
    }

    private static @Nullable String decoded(@Nullable String text) {
        return text == null ? null : URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    }

    @Override
    public String toString() {
        return "SmtpServer[" + host + "]";
    }
}
