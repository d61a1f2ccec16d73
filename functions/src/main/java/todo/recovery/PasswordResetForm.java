package todo.recovery;

import java.util.List;
import todo.mail.LinkToken;
import todo.passwords.PasswordRules;
import todo.validation.Fields;

/// The form of a password reset.
record PasswordResetForm(LinkToken token, String newPassword) {
    /// Rejects passwords that are weak for every user before the database is needed.
    static PasswordResetForm from(Fields fields) {
        var token = fields.secret("token");
        var password = fields.secret("new_password");
        if (fields.isValid("new_password")) {
            PasswordRules.weakness(password, List.of())
                    .ifPresent(weakness -> fields.refuse("new_password", PasswordRules.CODE, weakness));
        }
        return new PasswordResetForm(new LinkToken(token), password);
    }

    @Override
    public String toString() {
        return "PasswordResetForm";
    }
}
