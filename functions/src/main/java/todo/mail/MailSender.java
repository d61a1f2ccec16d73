package todo.mail;

import java.time.Duration;
import todo.mail.delivery.Delivery.Accepted;
import todo.mail.delivery.Delivery.Deferred;
import todo.mail.delivery.Delivery.Refused;
import todo.mail.delivery.Delivery.Unreachable;
import todo.mail.delivery.MailDestination;
import todo.mail.delivery.Mailbox;
import todo.mail.delivery.Message;
import todo.secrets.Secret;
import todo.telemetry.Counter;
import todo.telemetry.Incident;
import todo.telemetry.Trace;
import todo.values.Choices;

/// Sends the messages in the outbox, each at least once. A message is claimed, sent without a connection to the
/// database, and removed. If this process stops in between, the message is due again a little later. See
/// `functions/ARCHITECTURE.md`, *Mail*.
public final class MailSender {
    /// After which no further message is claimed: one more attempt must end before the function's time limit.
    static final Duration LONGEST_PASS = Duration.ofSeconds(30);

    private final SqlOutbox outbox;
    private final Secret<MailDestination> destination;
    private final Mailbox from;
    private final MailTexts texts;

    public MailSender(SqlOutbox outbox, Secret<MailDestination> destination, Mailbox from, MailTexts texts) {
        this.outbox = outbox;
        this.destination = destination;
        this.from = from;
        this.texts = texts;
    }

    /// Sends messages until none is due, the mail server can't be reached, or the time is up.
    void sendDue() {
        var server = destination.value();
        var end = System.nanoTime() + LONGEST_PASS.toNanos();
        var more = true;
        while (more && System.nanoTime() < end) {
            more = hasServedOne(server);
        }
    }

    /// Deletes expired tokens of links.
    void forgetExpiredTokens() {
        outbox.forgetExpiredTokens();
    }

    private boolean hasServedOne(MailDestination server) {
        var token = LinkToken.random();
        var due = outbox.claim(token.hash());
        return due.isPresent() && hasServed(due.get(), token, server);
    }

    /// Returns whether the server may accept further messages.
    private boolean hasServed(Mail mail, LinkToken token, MailDestination server) {
        if (mail.isGivenUp()) {
            report(Incident.MAIL_GIVEN_UP, mail, "too old");
            return true;
        }
        return switch (server.deliver(new Message(mail.id(), from, mail.recipient(), texts.of(mail, token)))) {
            case Accepted _ -> {
                Trace.current().count(Counter.MAIL_SENT);
                outbox.remove(mail.id());
                yield true;
            }
            case Refused(var reason) -> {
                report(Incident.MAIL_GIVEN_UP, mail, reason);
                outbox.remove(mail.id());
                yield true;
            }
            case Deferred(var reason) -> {
                report(Incident.MAIL_UNDELIVERED, mail, reason);
                yield true;
            }
            case Unreachable(var reason) -> {
                report(Incident.MAIL_UNDELIVERED, mail, reason);
                yield false;
            }
        };
    }

    private static void report(Incident incident, Mail mail, String reason) {
        incident.report("%s %s after %d attempts: %s"
                .formatted(Choices.spelled(mail.kind()), mail.id(), mail.attempts(), reason));
    }
}
