package todo.accounts;

import todo.passwords.PasswordRules;
import todo.users.Profile;
import todo.validation.Fields;

/// The form of a registration.
record RegistrationForm(Profile profile, String password) {
    static RegistrationForm from(Fields fields) {
        var profile = Profile.from(fields);
        var password = fields.secret("password");
        if (fields.isValid("password")) {
            PasswordRules.weakness(password, profile.personalTexts())
                    .ifPresent(weakness -> fields.refuse("password", PasswordRules.CODE, weakness));
        }
        return new RegistrationForm(profile, password);
    }

    @Override
    public String toString() {
        return "RegistrationForm";
    }
}
