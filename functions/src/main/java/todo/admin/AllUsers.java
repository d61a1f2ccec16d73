package todo.admin;

import java.util.Optional;
import todo.http.Caller;
import todo.users.User;

/// The accounts of all, for admins. The path names whose is meant.
public interface AllUsers {
    Page<User> list(Caller caller, UserQuery query);

    Optional<User> find(Caller caller);

    /// A deactivation ends all sessions.
    ///
    /// @throws todo.http.Problem `USER_NOT_FOUND`, or `LAST_ADMIN` if no active admin would be left
    User change(Caller caller, UserChange change);

    /// Takes with it all that is the user's; the audit trail stays.
    ///
    /// @throws todo.http.Problem `USER_NOT_FOUND`, or `LAST_ADMIN` if no active admin would be left
    void delete(Caller caller);
}
