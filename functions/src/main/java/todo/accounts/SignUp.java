package todo.accounts;

import todo.http.Fields;
import todo.passwords.PasswordRules;
import todo.users.Profile;

/// What a person says to get an account.
record SignUp(Profile profile, String password) {
    static SignUp from(Fields fields) {
        var profile = Profile.from(fields);
        var password = fields.secret("password");
        if (fields.isFine("password")) {
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
