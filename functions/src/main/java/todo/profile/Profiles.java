package todo.profile;

import java.util.Optional;
import todo.database.Permission;
import todo.http.Caller;
import todo.users.User;

/// The caller's own account. Each method is one statement, guarded. What asks for the password is done only if the
/// password is still the one that was given: if not, it is `INVALID_CREDENTIALS`.
public interface Profiles {
    User find(Caller caller);

    /// Changes what may be changed; `confirmed` is who has given the password along with it.
    ///
    /// @throws todo.http.Problem `EMAIL_TAKEN`, `USERNAME_TAKEN`, or `VALIDATION_ERROR` if another email comes
    /// without the password, or half a name would be left
    User change(Permission permission, Caller caller, ProfileChange change, Optional<Reauthenticated> confirmed);

    /// Ends all other sessions as well.
    void changePassword(Caller caller, Reauthenticated confirmed, String hash);

    /// Everything goes; the audit trail keeps ids alone.
    ///
    /// @throws todo.http.Problem `LAST_ADMIN`
    void delete(Caller caller, Reauthenticated confirmed);
}
