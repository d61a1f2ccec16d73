package todo.mail;

import java.net.URI;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;

/// Starts the function [SendMail] through a queue in Amazon SQS. Its messages say only that there is something
/// to send.
public final class SqsMailQueue implements MailQueue, Resource {
    private final String url;
    private @Nullable SqsSender sender;

    public SqsMailQueue(URI url) {
        this.url = url.toString();
        Core.getGlobalContext().register(this);
    }

    @Override
    public boolean isOn() {
        return true;
    }

    @Override
    public void kick() {
        sender().send();
    }

    /// Kicks before a snapshot, without need: loading the classes for it takes longer than the rest of a
    /// request. The snapshot contains no connection and no credentials.
    @Override
    public synchronized void beforeCheckpoint(Context<? extends Resource> context) {
        kick();
        sender = null;
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        // the next kick creates a sender
    }

    /// Creates the sender at first use, because most requests cause no mail, and AWS's SDK has many classes.
    private synchronized SqsSender sender() {
        if (sender == null) {
            sender = new SqsSender(url);
        }
        return sender;
    }
}
