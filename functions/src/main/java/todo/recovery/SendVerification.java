package todo.recovery;

import todo.http.Call;
import todo.http.ErrorCode;
import todo.http.Operation;
import todo.http.Problem;
import todo.http.Reply;
import todo.mail.MailQueue;

/// `POST /api/v1/users/me/email/verification`
public final class SendVerification implements Operation {
    private final SqlVerifications verifications;
    private final MailQueue mail;

    public SendVerification(SqlVerifications verifications, MailQueue mail) {
        this.verifications = verifications;
        this.mail = mail;
    }

    @Override
    public Reply handle(Call call) {
        var isQueued = verifications.send(call.caller(), mail.isOn());
        if (!mail.isOn()) {
            throw Problem.of(ErrorCode.MAIL_NOT_CONFIGURED);
        }
        mail.kick();
        return isQueued
                ? Reply.accepted("A mail with a link is on its way")
                : Reply.message("The email is already verified");
    }
}
