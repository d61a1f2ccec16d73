package todo.accounts;

import org.jspecify.annotations.Nullable;
import todo.http.Client;
import todo.passwords.Attempt;
import todo.tokens.NewSession;

/// Reserve first, check the password later: however many guesses come at once, only so many are tested.
public interface LogIns {
    /// Takes a place in the limits of the address and of the account, whether or not there is such an account.
    ///
    /// @throws todo.http.Problem `RATE_LIMITED` or `ACCOUNT_LOCKED` when none is left
    Attempt reserve(LogInForm form, Client client);

    /// Keeps the place as a failure.
    void fail(Attempt attempt, Client client);

    /// Gives the account's places back and begins the session. `renewedHash` replaces the stored one.
    Entry enter(Attempt attempt, @Nullable String renewedHash, NewSession session);
}
