package todo.accounts;

import static todo.database.Permission.LOG_OUT;

import java.util.UUID;
import java.util.function.UnaryOperator;
import todo.accounts.Registration.EmailTaken;
import todo.accounts.Registration.Registered;
import todo.accounts.Registration.UsernameTaken;
import todo.database.Database;
import todo.database.Guard;
import todo.database.GuardedStatement;
import todo.database.RateLimit;
import todo.database.Taken;
import todo.http.Caller;
import todo.http.Client;
import todo.http.Count;
import todo.http.Ids;
import todo.tokens.NewSession;
import todo.users.SqlUserRow;

public final class SqlAccounts implements Accounts {
    private static final String REGISTER = """
            with registered as (
                insert into users (id, email, username, name, first_name, last_name, password_hash)
                values (:id, :email, :username, :name, :firstName, :lastName, :hash)
                returning %s, session_epoch
            ), %s, audited as (
                insert into audit_events (event, actor_id, user_id, ip, request_id)
                select 'register', id, id, :ip, :request from registered
            )
            select * from registered""".formatted(SqlUserRow.COLUMNS, SqlSession.begunBy("registered"));

    private static final GuardedStatement END_SESSION =
            Guard.behind(LOG_OUT, """
            result as (
                delete from sessions using admitted where sessions.id = :session
                returning sessions.user_id
            ), audited as (
                insert into audit_events (event, actor_id, user_id, ip, request_id)
                select 'log_out', user_id, user_id, :ip, :request from result
            )""").changingSession();

    private final Database database;
    private final Guard guard;
    private final RateLimit registrations;

    public SqlAccounts(Database database, Guard guard, RateLimit registrations) {
        this.database = database;
        this.guard = guard;
        this.registrations = registrations;
    }

    @Override
    public void admitRegistration(Client client) {
        registrations.admit(database, client.network());
    }

    @Override
    public Registration register(SignUp signUp, String passwordHash, NewSession session) {
        var profile = signUp.profile();
        try {
            var user = database.once(
                    REGISTER,
                    query -> SqlSession.bind(query, session)
                            .bind("id", Ids.next())
                            .bind("email", profile.email())
                            .bind("username", profile.username())
                            .bind("name", profile.name())
                            .bind("firstName", profile.firstName())
                            .bind("lastName", profile.lastName())
                            .bind("hash", passwordHash)
                            .map(new SqlUserRow(1))
                            .one());
            return new Registered(SqlSession.begun(session, user, Count.REGISTRATION));
        } catch (Taken taken) {
            return taken.constraint().equals("users_email") ? new EmailTaken() : new UsernameTaken();
        }
    }

    @Override
    public void endSession(Caller caller) {
        guard.once(caller, END_SESSION, UnaryOperator.identity(), (row, _) -> row.getObject(1, UUID.class));
    }
}
