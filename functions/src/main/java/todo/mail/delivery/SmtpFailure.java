package todo.mail.delivery;

import static java.util.stream.Collectors.joining;

import jakarta.mail.MessagingException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import todo.mail.delivery.Delivery.Deferred;
import todo.mail.delivery.Delivery.Refused;
import todo.mail.delivery.Delivery.Unreachable;

/// Tells what a failed attempt means for the message.
final class SmtpFailure {
    /// The start of a reply: its code (RFC 5321), and perhaps its enhanced code (RFC 3463).
    private static final Pattern REPLY = Pattern.compile("^[45]\\d\\d(?:[ -][45]\\.\\d{1,3}\\.\\d{1,3})?");

    /// The address does not exist. Servers send 5.7.1 for reasons that operators can repair, such as a missing
    /// permission to send, and 5.2.2 for a full mailbox.
    private static final Pattern NO_SUCH_ADDRESS = Pattern.compile("55[013]|5\\d\\d[ -]5\\.1\\..*");

    private static final Pattern SERVICE_ENDS = Pattern.compile("421.*");

    private SmtpFailure() {}

    static Delivery of(MessagingException failure) {
        for (Exception cause = failure; cause instanceof MessagingException known; cause = known.getNextException()) {
            var reply = reply(known);
            if (reply.isEmpty() || SERVICE_ENDS.matcher(reply).matches()) {
                continue;
            }
            if (known instanceof SMTPAddressFailedException) {
                return NO_SUCH_ADDRESS.matcher(reply).matches() ? new Refused(reply) : new Deferred(reply);
            }
            if (known instanceof SMTPSendFailedException refusal && isAboutMessage(refusal)) {
                return new Deferred(reply);
            }
        }
        return new Unreachable(description(failure));
    }

    /// A server that refuses the sender refuses all messages.
    private static boolean isAboutMessage(SMTPSendFailedException refusal) {
        return !refusal.getCommand().startsWith("MAIL") || refusal.getReturnCode() < 500;
    }

    private static String reply(Exception failure) {
        var reply = REPLY.matcher(String.valueOf(failure.getMessage()));
        return reply.find() ? reply.group() : "";
    }

    /// Returns names and codes of the failure and its causes.
    private static String description(MessagingException failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(3)
                .map(cause -> cause.getClass().getSimpleName())
                .collect(joining(", ", "", " " + reply(failure)))
                .strip();
    }
}
