package todo.recovery;

import todo.http.Call;
import todo.http.ErrorCode;
import todo.http.Operation;
import todo.http.Problem;
import todo.http.Reply;
import todo.mail.MailQueue;
import todo.passwords.PasswordRules;
import todo.passwords.Passwords;
import todo.users.Profile;

/// `POST /api/v1/auth/password/reset`
public final class ResetPassword implements Operation {
    private final SqlPasswordResets resets;
    private final Passwords passwords;
    private final MailQueue mail;

    public ResetPassword(SqlPasswordResets resets, Passwords passwords, MailQueue mail) {
        this.resets = resets;
        this.passwords = passwords;
        this.mail = mail;
    }

    @Override
    public Reply handle(Call call) {
        var form = call.body(PasswordResetForm::from);
        if (!mail.isOn()) {
            throw Problem.of(ErrorCode.MAIL_NOT_CONFIGURED);
        }
        var profile = resets.find(form.token(), call.client()).orElseThrow(ResetPassword::invalid);
        refuseWeak(form.newPassword(), profile);
        if (!resets.reset(form.token(), passwords.hash(form.newPassword()), call.client())) {
            throw invalid();
        }
        mail.kick();
        return Reply.message("Successfully reset the password and ended all sessions");
    }

    private static void refuseWeak(String password, Profile profile) {
        PasswordRules.weakness(password, profile.personalTexts()).ifPresent(weakness -> {
            throw Problem.invalid("new_password", PasswordRules.CODE, "New password " + weakness);
        });
    }

    private static Problem invalid() {
        return Problem.of(ErrorCode.INVALID_TOKEN);
    }
}
