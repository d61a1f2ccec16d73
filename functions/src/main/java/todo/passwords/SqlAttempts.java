package todo.passwords;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import todo.database.Database;
import todo.http.Client;
import todo.http.Count;
import todo.http.ErrorCode;
import todo.http.Problem;
import todo.http.Trace;

/// Reserve first, check the password later: however many guesses come at once, only so many are tested. An account has
/// one counter for log-ins and another for its `current_password`, so that strangers who guess at the door can't keep
/// the owner from changing the password.
public final class SqlAttempts {
    /// What comes before it must be named `name`, one row with the counter's `key` if a place is wanted, and
    /// `account`, one row if there is one of that name.
    public static final String RESERVED = """
            attempt as (
                insert into attempts as a (key, failures, locked_until)
                select key, array[now()], case when :most = 1 then now() + :lock::interval end from name
                on conflict (key) do update
                set failures = array(select f from unnest(a.failures) f where f > now() - :lock::interval) || now(),
                    locked_until = case
                        when (select count(*) from unnest(a.failures) f where f > now() - :lock::interval) >= :most - 1
                        then now() + :lock::interval end
                where a.locked_until is null or a.locked_until <= now()
                returning key, locked_until
            ), reserved as (
                select name.key, attempt.key is not null as taken, attempt.locked_until is not null as locking,
                       account.id as account_id, password_hash, password_changed_at,
                       extract(epoch from coalesce((select locked_until - now() from attempts join name using (key)),
                                                   :lock::interval)) as locked_for
                from name left join attempt on true left join account on true
            )""";

    /// What comes before it must be named `account`, one row if the password is still the one that was right.
    public static final String FORGIVEN = """
            forgiven as (
                delete from attempts where key = :key::uuid and exists (select from account)
            )""";

    private static final String FORGIVE = "with account as (select), " + FORGIVEN + " select";

    private static final String FAIL = """
            with failed as (
                insert into audit_events (event, actor_id, user_id, ip, request_id)
                select :event, :actor::uuid, :user::uuid, :ip, :request
            ), locked as (
                insert into audit_events (event, actor_id, user_id, ip, request_id)
                select 'lockout', :actor::uuid, :user::uuid, :ip, :request where :locking
            )
            select""";

    private final Database database;
    private final Lockout lockout;

    public SqlAttempts(Database database, Lockout lockout) {
        this.database = database;
        this.lockout = lockout;
    }

    public Query bind(Query query) {
        return query.bind("most", lockout.failures())
                .bind("lock", lockout.duration().toString());
    }

    /// Reads the columns of `reserved`.
    ///
    /// @throws Problem `ACCOUNT_LOCKED` when no place was left
    public Attempt read(ResultSet row) throws SQLException {
        if (!row.getBoolean("taken")) {
            throw Problem.until(
                    ErrorCode.ACCOUNT_LOCKED, Duration.ofMillis((long) (row.getDouble("locked_for") * 1000)));
        }
        return new Attempt(
                row.getObject("key", UUID.class),
                row.getBoolean("locking"),
                row.getObject("account_id", UUID.class),
                row.getString("password_hash"),
                row.getObject("password_changed_at", OffsetDateTime.class));
    }

    /// Keeps the place as a failure, `event` in the audit trail.
    public void fail(String event, Attempt attempt, @Nullable UUID actor, Client client) {
        if (attempt.locking()) {
            Trace.current().count(Count.LOCK_OUT);
        }
        database.once(
                FAIL,
                query -> query.bind("event", event)
                        .bind("actor", actor)
                        .bind("user", attempt.user())
                        .bind("locking", attempt.locking())
                        .bind("ip", client.ip())
                        .bind("request", client.requestId())
                        .mapToMap()
                        .one());
    }

    /// Gives the account's places back, in a statement of its own.
    public void forgive(Attempt attempt) {
        database.repeatable(
                FORGIVE, query -> query.bind("key", attempt.key()).mapToMap().one());
    }
}
