package todo.admin;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.StatementContext;
import todo.access.Caller;
import todo.access.Guard;
import todo.admin.UserUpdate.Refused;
import todo.admin.UserUpdate.Updated;
import todo.users.SqlUserRow;
import todo.users.User;
import todo.values.Choices;

/// All accounts, for admins. The path names the user.
public final class SqlUsers {
    private final Guard guard;

    @Inject
    public SqlUsers(Guard guard) {
        this.guard = guard;
    }

    /// Returns the users that match, the newest first.
    CursorPage<User> list(Caller caller, UserQuery query) {
        var role = query.role();
        var cursor = query.cursor();
        var found = guard.repeatable(
                caller,
                SqlUserStatements.list(query),
                bound -> bound.bind("role", role == null ? null : Choices.spelled(role))
                        .bind("active", query.isActive())
                        .bind("search", query.search())
                        .bind("after", cursor == null ? null : cursor.at())
                        .bind("afterKey", cursor == null ? null : cursor.key())
                        .bind("limit", query.limit()),
                new SqlUserRow(1));
        return CursorPage.of(
                found,
                query.limit(),
                user -> new KeysetCursor(user.createdAt(), user.id().toString()));
    }

    /// Returns the user whom the path names.
    Optional<User> find(Caller caller) {
        return guard.repeatable(caller, SqlUserStatements.FIND, UnaryOperator.identity(), new SqlUserRow(1)).stream()
                .findFirst();
    }

    /// Changes the user. A deactivation ends all sessions.
    UserUpdate change(Caller caller, UserChange change) {
        var role = change.role();
        return guard.once(
                        caller,
                        SqlUserStatements.CHANGE,
                        query -> query.bind("role", role == null ? null : Choices.spelled(role))
                                .bind("active", change.isActive()),
                        SqlUsers::update)
                .getFirst();
    }

    /// Deletes the user and all data of it except audit events.
    ///
    /// @return nothing if the user was deleted
    Optional<UserRefusal> delete(Caller caller) {
        return guard.once(caller, SqlUserStatements.DELETE, UnaryOperator.identity(), (row, _) -> refusal(row))
                .getFirst();
    }

    private static UserUpdate update(ResultSet row, StatementContext context) throws SQLException {
        var refusal = refusal(row);
        return refusal.isPresent() ? new Refused(refusal.get()) : new Updated(new SqlUserRow(2).map(row, context));
    }

    private static Optional<UserRefusal> refusal(ResultSet row) throws SQLException {
        return Optional.of(row.getString(1)).filter(name -> !name.isEmpty()).map(UserRefusal::valueOf);
    }
}
