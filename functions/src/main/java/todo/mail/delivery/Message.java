package todo.mail.delivery;

import java.util.UUID;

/// A message to one person.
///
/// @param id the same for each copy of the message
public record Message(UUID id, Mailbox from, String recipient, MailText text) {
    @Override
    public String toString() {
        return "Message[" + id + "]";
    }
}
