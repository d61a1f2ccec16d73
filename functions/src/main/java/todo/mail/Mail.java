package todo.mail;

import java.util.UUID;

/// A message that was due in the outbox.
///
/// @param name the recipient's name as they entered it
/// @param attempts how often it has been tried, this time included
/// @param isGivenUp whether it was deleted instead, because it could not be sent for too long
record Mail(UUID id, MailKind kind, String recipient, String name, int attempts, boolean isGivenUp) {
    @Override
    public String toString() {
        return "Mail[" + id + "]";
    }
}
