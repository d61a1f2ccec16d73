package todo.twofactor;

import todo.totp.SecondFactors;
import todo.validation.Fields;

/// The password and a code, as sensitive changes require them.
///
/// @param code a code or a recovery code
record BothFactors(String currentPassword, String code) {
    static BothFactors from(Fields fields) {
        return new BothFactors(fields.secret("current_password"), fields.text("code", 1, SecondFactors.LONGEST_CODE));
    }

    @Override
    public String toString() {
        return "BothFactors";
    }
}
