package todo.recovery;

import todo.http.Call;
import todo.http.ErrorCode;
import todo.http.Operation;
import todo.http.Problem;
import todo.http.Reply;
import todo.mail.MailQueue;
import todo.users.Profile;

/// `POST /api/v1/auth/password/forgot`
public final class ForgotPassword implements Operation {
    private final SqlPasswordResets resets;
    private final MailQueue mail;

    public ForgotPassword(SqlPasswordResets resets, MailQueue mail) {
        this.resets = resets;
        this.mail = mail;
    }

    /// The answer, the statement and the kick are the same whether or not there is such an account.
    @Override
    public Reply handle(Call call) {
        var email = call.body(Profile::requiredEmail);
        if (!mail.isOn()) {
            throw Problem.of(ErrorCode.MAIL_NOT_CONFIGURED);
        }
        resets.request(email, call.client());
        mail.kick();
        return Reply.accepted("If this email has an account, a mail with a link is on its way");
    }
}
