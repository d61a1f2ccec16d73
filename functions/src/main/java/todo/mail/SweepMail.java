package todo.mail;

import todo.App;
import todo.MailSettings;
import todo.lambda.BackgroundFunction;

/// Sends the messages that are due because their kick was lost or an attempt failed, and deletes expired
/// tokens. A schedule invokes it.
public final class SweepMail extends BackgroundFunction {
    private final MailSender sender;

    public SweepMail() {
        this(App.live().mailSender(), App.live().mailSettings());
    }

    SweepMail(MailSender sender, MailSettings settings) {
        super(settings.stage());
        this.sender = sender;
    }

    @Override
    protected void work() {
        sender.forgetExpiredTokens();
        sender.sendDue();
    }
}
