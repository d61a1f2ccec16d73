package todo.mail;

import java.util.concurrent.atomic.AtomicInteger;
import todo.MailSettings;
import todo.values.Ids;

/// Sends messages in this process, in the background. Kicks during a run lead to one further run.
public final class LocalMailQueue implements MailQueue {
    private final SendMail function;
    private final AtomicInteger kicks = new AtomicInteger();

    public LocalMailQueue(MailSender sender, MailSettings settings) {
        this.function = new SendMail(sender, settings);
    }

    @Override
    public boolean isOn() {
        return true;
    }

    @Override
    public void kick() {
        if (kicks.getAndIncrement() == 0) {
            Thread.startVirtualThread(this::run);
        }
    }

    private void run() {
        int served;
        do {
            served = kicks.get();
            function.run(Ids.next().toString());
        } while (!kicks.compareAndSet(served, 0));
    }
}
