package todo.mail;

/// Starts the sending of messages in the outbox. The sweep, every minute, finds messages
/// whose call was lost.
public interface MailQueue {
    /// Whether this API can send mail.
    boolean isOn();

    /// Starts the sending, without waiting for it. Does nothing if this API can't send mail. Never fails.
    void kick();
}
