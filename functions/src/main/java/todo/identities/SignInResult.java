package todo.identities;

import todo.users.User;

/// The outcome of a sign-in with an account that a provider has confirmed.
sealed interface SignInResult {
    record SignedIn(User user) implements SignInResult {}

    /// The sign-in has created the account.
    record SignedUp(User user) implements SignInResult {}

    record AccountInactive() implements SignInResult {}

    /// The account's email is not verified, but must be.
    record EmailNotVerified() implements SignInResult {}

    /// Another account has the email, and the identity can't be linked to it without its user.
    record EmailTaken() implements SignInResult {}

    /// The identity is unknown, and the provider gives no usable email for a new account.
    record EmailMissing() implements SignInResult {}
}
