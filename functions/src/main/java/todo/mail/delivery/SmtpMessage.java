package todo.mail.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Properties;

/// A message with its headers, in MIME.
final class SmtpMessage extends MimeMessage {
    private final String messageId;

    private SmtpMessage(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    static SmtpMessage of(Message message, SmtpAddress recipient, Session session) {
        var domain = message.from().domain();
        var mime = new SmtpMessage(session, "<%s@%s>".formatted(message.id(), domain));
        try {
            mime.setFrom(address(message.from()));
            mime.setRecipient(RecipientType.TO, address(new Mailbox("", recipient.text())));
            mime.setSubject(message.text().subject(), UTF_8.name());
            mime.setHeader("Date", date());
            mime.setHeader("Auto-Submitted", "auto-generated");
            mime.setContent(new MimeMultipart(
                    "alternative",
                    part(message.text().plain(), "plain"),
                    part(message.text().html(), "html")));
            mime.saveChanges();
            return mime;
        } catch (MessagingException | UnsupportedEncodingException impossible) {
            throw new IllegalStateException("All addresses were parsed before", impossible);
        }
    }

    /// Writes the message to a file. Its headers are in UTF-8.
    static void write(Message message, OutputStream file) throws IOException {
        var properties = new Properties();
        properties.setProperty("mail.mime.allowutf8", "true");
        try {
            of(message, new SmtpAddress(message.recipient(), true), Session.getInstance(properties))
                    .writeTo(file);
        } catch (MessagingException failure) {
            throw new IOException("A message can't be written", failure);
        }
    }

    /// A second copy of the message has the same id, so that mail programs can recognise it.
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    private static InternetAddress address(Mailbox mailbox) throws UnsupportedEncodingException {
        return new InternetAddress(mailbox.address(), mailbox.name().isEmpty() ? null : mailbox.name(), UTF_8.name());
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8.name(), subtype);
        return part;
    }

    /// RFC 5322 calls the zone `GMT`, which the formatter writes, obsolete.
    private static String date() {
        return DateTimeFormatter.RFC_1123_DATE_TIME
                .format(OffsetDateTime.now(ZoneOffset.UTC))
                .replace("GMT", "+0000");
    }
}
