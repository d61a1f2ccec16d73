package todo.mail;

/// The queue of an API that can't send mail.
public final class NoMailQueue implements MailQueue {
    @Override
    public boolean isOn() {
        return false;
    }

    @Override
    public void kick() {
        // there is nothing to send
    }
}
