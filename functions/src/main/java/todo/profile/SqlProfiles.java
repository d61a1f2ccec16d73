package todo.profile;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import todo.access.Caller;
import todo.access.Guard;
import todo.access.GuardedStatement;
import todo.access.Permission;
import todo.access.RateLimit;
import todo.database.DatabaseException.UniqueViolation;
import todo.identities.SqlIdentities;
import todo.passwords.Attempt;
import todo.passwords.SqlAttempts;
import todo.reauthentication.Reauthenticated;
import todo.reauthentication.SqlPasswordChecks;
import todo.users.SqlUserRow;
import todo.users.User;

/// The caller's own account. Each method is one guarded statement, except that a taken name resets a counter in
/// a second one. Changes that require the password have no effect if it was changed after [Reauthentication]
/// checked it.
public final class SqlProfiles {
    /// Limits how many emails and usernames a user can test for being taken.
    static final RateLimit NAME_CHANGES = new RateLimit("names", 10, Duration.ofHours(1));

    private final Guard guard;
    private final SqlAttempts attempts;

    @Inject
    public SqlProfiles(Guard guard, SqlAttempts attempts) {
        this.guard = guard;
        this.attempts = attempts;
    }

    /// Returns the caller, or empty if the account has just been deleted.
    Optional<User> find(Caller caller) {
        return guard.repeatable(caller, SqlProfileStatements.FIND, UnaryOperator.identity(), new SqlUserRow(1)).stream()
                .findFirst();
    }

    /// Updates the profile.
    ///
    /// @param confirmed required to change the email
    /// @param mailing whether a new email waits until the link in a mail is followed
    /// @throws todo.access.AccessRefused.RateLimited if the caller has changed email and username too often
    ProfileUpdate update(
            Permission permission,
            Caller caller,
            ProfileChange change,
            Optional<Reauthenticated> confirmed,
            boolean mailing) {
        var statement = Guard.behind(permission, SqlProfileStatements.CHANGE);
        var attempt = confirmed.map(Reauthenticated::attempt).orElse(null);
        try {
            return execute(
                            caller,
                            confirmed.isPresent() ? statement.uncounted() : statement,
                            attempt,
                            query -> bind(NAME_CHANGES.bind(query, caller.id()), change)
                                    .bind("mailing", mailing),
                            SqlCheckedUpdate::read)
                    .map(SqlCheckedUpdate::outcome)
                    .orElseGet(() ->
                            attempt == null ? new ProfileUpdate.AccountDeleted() : new ProfileUpdate.PasswordChanged());
        } catch (UniqueViolation violation) {
            confirmed.map(Reauthenticated::attempt).ifPresent(attempts::reset);
            return violation.constraint().equals("users_email")
                    ? new ProfileUpdate.EmailTaken()
                    : new ProfileUpdate.UsernameTaken();
        }
    }

    /// Changes the password and ends all other sessions.
    ///
    /// @return false if the password had been changed meanwhile
    boolean changePassword(Caller caller, Reauthenticated confirmed, String hash) {
        return execute(
                        caller,
                        SqlProfileStatements.CHANGE_PASSWORD_AND_SESSIONS,
                        confirmed.attempt(),
                        query -> query.bind("hash", hash),
                        (row, _) -> row.getObject(1, UUID.class))
                .isPresent();
    }

    /// Deletes the account and everything that belongs to it. The audit trail keeps its id.
    Deletion delete(Caller caller, Reauthenticated confirmed) {
        return execute(
                        caller,
                        SqlProfileStatements.DELETE,
                        confirmed.attempt(),
                        query -> query.bind("windows", new UUID[] {
                            caller.id(),
                            NAME_CHANGES.subject(caller.id()),
                            SqlPasswordChecks.LIMIT.subject(caller.id()),
                            SqlIdentities.LIMIT.subject(caller.id())
                        }),
                        (row, _) -> row.getBoolean(2) ? Deletion.LAST_ADMIN : Deletion.DELETED)
                .orElse(Deletion.PASSWORD_CHANGED);
    }

    private static Query bind(Query query, ProfileChange change) {
        return query.bind("email", change.email())
                .bind("username", change.username())
                .bind("clearsUsername", change.clearsUsername())
                .bind("name", change.name())
                .bind("firstName", change.firstName())
                .bind("clearsFirstName", change.clearsFirstName())
                .bind("lastName", change.lastName())
                .bind("clearsLastName", change.clearsLastName());
    }

    private <T> Optional<T> execute(
            Caller caller,
            GuardedStatement statement,
            @Nullable Attempt attempt,
            UnaryOperator<Query> bindings,
            RowMapper<T> mapper) {
        return guard
                .once(
                        caller,
                        statement,
                        query -> bindings.apply(query)
                                .bind("key", attempt == null ? null : attempt.key())
                                .bind("passwordChangedAt", attempt == null ? null : attempt.passwordChangedAt()),
                        mapper)
                .stream()
                .findFirst();
    }
}
