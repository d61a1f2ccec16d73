package todo.mail;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Starts the function [SendMail] through a queue in Amazon SQS. Its messages say only that there is something
/// to send.
public final class SqsMailQueue implements MailQueue {
    private final String url;
    private @Nullable SqsSender sender;

    public SqsMailQueue(URI url) {
        this.url = url.toString();
    }

    @Override
    public boolean isOn() {
        return true;
    }

    @Override
    public void kick() {
        sender().send();
    }

    /// Creates the sender at first use, because most requests cause no mail, and AWS's SDK has many classes.
    private synchronized SqsSender sender() {
        if (sender == null) {
            sender = new SqsSender(url);
        }
        return sender;
    }
}
