package todo.profile;

import todo.database.Permission;
import todo.http.Caller;

/// Asks for the password once more: whoever has taken a token does not have it.
public interface Reauthentications {
    /// Each try takes its place in the same counter as a log-in.
    ///
    /// @throws todo.http.Problem `INVALID_CREDENTIALS` or `ACCOUNT_LOCKED`
    Reauthenticated require(Permission permission, Caller caller, String password);

    /// Gives the account's places back when the password was right and nothing comes of it.
    void forgive(Reauthenticated confirmed);
}
