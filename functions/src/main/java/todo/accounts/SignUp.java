package todo.accounts;

import todo.passwords.PasswordRules;
import todo.users.Profile;
import todo.validation.Fields;

/// The form of a registration.
record SignUp(Profile profile, String password) {
    static SignUp from(Fields fields) {
        var profile = Profile.from(fields);
        var password = fields.secret("password");
        if (fields.isValid("password")) {
            PasswordRules.weakness(password, profile.texts())
                    .ifPresent(weakness -> fields.refuse("password", PasswordRules.CODE, weakness));
        }
        return new SignUp(profile, password);
    }

    @Override
    public String toString() {
        return "SignUp";
    }
}
