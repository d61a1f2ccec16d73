package todo.accounts;

import todo.http.Caller;
import todo.http.Client;
import todo.tokens.NewSession;

/// Accounts, and the sessions in which they are used.
public interface Accounts {
    /// Counts one more from this address.
    ///
    /// @throws todo.http.Problem `RATE_LIMITED` when too many have come from there
    void admitRegistration(Client client);

    /// Stores the account and its first session, or neither.
    Registration register(SignUp signUp, String passwordHash, NewSession session);

    void endSession(Caller caller);
}
