package todo.mail;

import todo.App;
import todo.MailSettings;
import todo.lambda.BackgroundFunction;

/// Sends the messages that are due. The queue invokes it.
public final class SendMail extends BackgroundFunction {
    private final MailSender sender;

    public SendMail() {
        this(App.live().mailSender(), App.live().mailSettings());
    }

    SendMail(MailSender sender, MailSettings settings) {
        super(settings.stage());
        this.sender = sender;
    }

    @Override
    protected void work() {
        sender.sendDue();
    }
}
