package todo.accounts;

import static todo.access.Permission.LOG_OUT;
import static todo.mail.MailKind.VERIFICATION;

import java.util.UUID;
import java.util.function.UnaryOperator;
import todo.access.Caller;
import todo.access.Client;
import todo.access.Guard;
import todo.access.GuardedStatement;
import todo.access.RateLimit;
import todo.accounts.Registration.EmailTaken;
import todo.accounts.Registration.Registered;
import todo.accounts.Registration.UsernameTaken;
import todo.audit.SqlAudit;
import todo.database.Database;
import todo.database.DatabaseException.UniqueViolation;
import todo.mail.SqlMails;
import todo.sessions.SqlSessionStart;
import todo.telemetry.Counter;
import todo.tokens.NewSession;
import todo.users.SqlUserRow;
import todo.values.Ids;

/// Accounts: their registration and log-out.
public final class SqlAccounts {
    private static final String REGISTER = """
            with registered as (
                insert into users (id, email, username, name, first_name, last_name, password_hash)
                values (:id, :email, :username, :name, :firstName, :lastName, :hash)
                returning %s, session_epoch
            ), %s, %s, %s
            select * from registered""".formatted(
                    SqlUserRow.COLUMNS,
                    SqlSessionStart.insertedFor("registered"),
                    SqlMails.queued("queued", VERIFICATION, "id", "email", "registered where :mailing"),
                    SqlAudit.audited("register", "id", "registered"));

    private static final GuardedStatement END_SESSION = Guard.behind(
                    LOG_OUT, """
            result as (
                delete from sessions using admitted where sessions.id = :session
                returning sessions.user_id
            ), %s""".formatted(SqlAudit.audited("log_out", "user_id", "result")))
            .changingSession();

    private final Database database;
    private final Guard guard;
    private final RateLimit registrations;

    public SqlAccounts(Database database, Guard guard, RateLimit registrations) {
        this.database = database;
        this.guard = guard;
        this.registrations = registrations;
    }

    /// Counts one registration from the client's network.
    ///
    /// @throws todo.access.AccessRefused.RateLimited if there were too many
    public void admitRegistration(Client client) {
        registrations.admit(database, client.network());
    }

    /// Stores the account and its first session, or neither.
    ///
    /// @param mailing whether to queue a mail that asks to verify the email
    public Registration register(RegistrationForm form, String passwordHash, NewSession session, boolean mailing) {
        var profile = form.profile();
        try {
            var user = database.once(
                    REGISTER,
                    query -> SqlSessionStart.bind(query, session)
                            .bind("id", Ids.next())
                            .bind("email", profile.email())
                            .bind("username", profile.username())
                            .bind("name", profile.name())
                            .bind("firstName", profile.firstName())
                            .bind("lastName", profile.lastName())
                            .bind("hash", passwordHash)
                            .bind("mailing", mailing)
                            .map(new SqlUserRow(1))
                            .one());
            return new Registered(SqlSessionStart.traced(session, user, Counter.REGISTRATION));
        } catch (UniqueViolation violation) {
            return violation.constraint().equals("users_email") ? new EmailTaken() : new UsernameTaken();
        }
    }

    /// Ends the caller's session.
    public void endSession(Caller caller) {
        guard.once(caller, END_SESSION, UnaryOperator.identity(), (row, _) -> row.getObject(1, UUID.class));
    }
}
