package todo.profile;

import java.util.List;
import todo.http.Fields;
import todo.passwords.PasswordRules;

record PasswordChange(String currentPassword, String newPassword) {
    /// What would be weak for anyone is refused before anything is asked of the database.
    static PasswordChange from(Fields fields) {
        var current = fields.secret("current_password");
        var next = fields.secret("new_password");
        if (fields.isFine("new_password")) {
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
