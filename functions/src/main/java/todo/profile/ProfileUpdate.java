package todo.profile;

import todo.users.User;

/// The outcome of updating a profile.
sealed interface ProfileUpdate {
    record Updated(User user) implements ProfileUpdate {}

    /// The profile as updated would be incomplete, or a new email came without the password.
    record Incomplete(boolean firstNameMissing, boolean lastNameMissing, boolean passwordMissing)
            implements ProfileUpdate {}

    record EmailTaken() implements ProfileUpdate {}

    record UsernameTaken() implements ProfileUpdate {}

    /// The account has just been deleted.
    record AccountDeleted() implements ProfileUpdate {}

    /// The password was changed, or the account deleted, after the password was checked.
    record PasswordChanged() implements ProfileUpdate {}
}
