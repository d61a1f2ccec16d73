package todo.profile;

import java.util.List;
import todo.passwords.PasswordRules;
import todo.validation.Fields;

/// The form of a change of password.
record PasswordChange(String currentPassword, String newPassword) {
    /// Rejects passwords that are weak for every user before the database is needed.
    static PasswordChange from(Fields fields) {
        var current = fields.secret("current_password");
        var next = fields.secret("new_password");
        if (fields.isValid("new_password")) {
            PasswordRules.weakness(next, List.of())
                    .ifPresent(weakness -> fields.refuse("new_password", PasswordRules.CODE, weakness));
        }
        return new PasswordChange(current, next);
    }

    @Override
    public String toString() {
        return "PasswordChange";
    }
}
