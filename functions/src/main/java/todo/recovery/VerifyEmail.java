package todo.recovery;

import todo.http.Call;
import todo.http.ErrorCode;
import todo.http.Operation;
import todo.http.Problem;
import todo.http.Reply;
import todo.mail.LinkToken;
import todo.mail.MailQueue;

/// `POST /api/v1/auth/email/verify`
public final class VerifyEmail implements Operation {
    private final SqlVerifications verifications;
    private final MailQueue mail;

    public VerifyEmail(SqlVerifications verifications, MailQueue mail) {
        this.verifications = verifications;
        this.mail = mail;
    }

    @Override
    public Reply handle(Call call) {
        var token = call.body(fields -> new LinkToken(fields.secret("token")));
        if (!mail.isOn()) {
            throw Problem.of(ErrorCode.MAIL_NOT_CONFIGURED);
        }
        return switch (verifications.verify(token, call.client())) {
            case VERIFIED -> Reply.message("Successfully verified the email");
            case INVALID_TOKEN -> throw Problem.of(ErrorCode.INVALID_TOKEN);
            case EMAIL_TAKEN -> throw Problem.of(ErrorCode.EMAIL_TAKEN);
        };
    }
}
