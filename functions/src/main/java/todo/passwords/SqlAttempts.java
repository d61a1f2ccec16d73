package todo.passwords;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import todo.access.Client;
import todo.audit.SqlAudit;
import todo.database.Database;
import todo.passwords.Reservation.Locked;
import todo.passwords.Reservation.Reserved;
import todo.telemetry.Counter;
import todo.telemetry.Trace;
import todo.totp.SqlSecondFactor;

/// Counters of wrong passwords and codes. A place is reserved before they are checked, so concurrent guesses
/// can't exceed the limit. An account has one counter for log-ins and another for checks of `current_password`,
/// so strangers who fail to log in can't keep the owner from changing the password. See
/// `functions/ARCHITECTURE.md`, *Rate limits and lockout*.
public final class SqlAttempts {
    /// Reserves a place: the common table expressions `attempt` and `reserved`. Requires the expressions
    /// `counter` (one row with the counter's `key`, or none to reserve nothing) and `account` (empty if the
    /// account is unknown).
    public static final String RESERVED = """
            attempt as (
                insert into attempts as a (key, failures, locked_until)
                select key, array[now()], case when :most = 1 then now() + :lock::interval end from counter
                on conflict (key) do update
                set failures = array(select f from unnest(a.failures) f where f > now() - :lock::interval) || now(),
                    locked_until = case
                        when (select count(*) from unnest(a.failures) f where f > now() - :lock::interval) >= :most - 1
                        then now() + :lock::interval end
                where a.locked_until is null or a.locked_until <= now()
                returning key, locked_until
            ), reserved as (
                select counter.key, attempt.key is not null as taken, attempt.locked_until is not null as locking,
                       now() as reserved_at, account.id as account_id, password_hash, password_changed_at, %s,
                       extract(epoch from coalesce((select locked_until - now() from attempts join counter using (key)),
                                                   :lock::interval)) as locked_for
                from counter left join attempt on true left join account on true %s
            )""".formatted(SqlSecondFactor.COLUMNS, SqlSecondFactor.JOINED);

    /// Gives the place of `:reservedAt` back: the common table expression `released`. The other places stay
    /// counted, and are too few to lock the account.
    public static final String RELEASED = """
            released as (
                merge into attempts as a
                using (select :key::uuid as key, :reservedAt::timestamptz as at) as place on a.key = place.key
                when matched and failures = array[at] then delete
                when matched and at = any(failures) then update set
                    failures = failures[1 : array_position(failures, at) - 1]
                        || failures[array_position(failures, at) + 1 : cardinality(failures)],
                    locked_until = null
            )""";

    private static final String RELEASE_ALONE = "with " + RELEASED + " select";

    /// Deletes the counter of `:key` after a right password, and a right code if one is required: the common
    /// table expression `reset`. Requires the expression `account` (empty if either has changed meanwhile).
    public static final String RESET = """
            reset as (
                delete from attempts where key = :key::uuid and exists (select from account)
            )""";

    private static final String RESET_ALONE = "with account as (select), " + RESET + " select";

    private static final String FAIL = "with %s select"
            .formatted(SqlAudit.audited(
                    "event",
                    ":actor::uuid",
                    ":user::uuid",
                    ":details",
                    "(values (:event, true), ('lockout', :locking)) as happened (event, applies) where applies"));

    private final Database database;
    private final Lockout lockout;

    public SqlAttempts(Database database, Lockout lockout) {
        this.database = database;
        this.lockout = lockout;
    }

    /// Binds the parameters of [#RESERVED].
    public Query bind(Query query) {
        return query.bind("most", lockout.failures())
                .bind("lock", lockout.duration().toString());
    }

    /// Reads the columns of `reserved`.
    public static Reservation read(ResultSet row) throws SQLException {
        if (!row.getBoolean("taken")) {
            return new Locked(Duration.ofMillis((long) (row.getDouble("locked_for") * 1000)));
        }
        return new Reserved(new Attempt(
                row.getObject("key", UUID.class),
                row.getObject("reserved_at", OffsetDateTime.class),
                row.getBoolean("locking"),
                row.getObject("account_id", UUID.class),
                row.getString("password_hash"),
                row.getObject("password_changed_at", OffsetDateTime.class),
                SqlSecondFactor.read(row)));
    }

    /// Records a failed attempt in the audit trail. Its reserved place stays counted.
    ///
    /// @param event the event's name
    /// @param details what was wrong, unless it was the password
    /// @param actor the user who made the attempt, or null if no one is logged in
    public void fail(String event, @Nullable String details, Attempt attempt, @Nullable UUID actor, Client client) {
        if (attempt.locking()) {
            Trace.current().count(Counter.LOCK_OUT);
        }
        database.once(
                FAIL,
                query -> query.bind("event", event)
                        .bind("details", details)
                        .bind("actor", actor)
                        .bind("user", attempt.user())
                        .bind("locking", attempt.locking())
                        .bind("ip", client.ip())
                        .bind("request", client.requestId())
                        .mapToMap()
                        .one());
    }

    /// Binds the parameters of [#RELEASED].
    public static Query bindPlace(Query query, Attempt attempt) {
        return query.bind("key", attempt.key()).bind("reservedAt", attempt.reservedAt());
    }

    /// Gives the attempt's place back, in a statement of its own.
    public void release(Attempt attempt) {
        database.repeatable(
                RELEASE_ALONE, query -> bindPlace(query, attempt).mapToMap().one());
    }

    /// Resets the account's counter, in a statement of its own.
    public void reset(Attempt attempt) {
        database.repeatable(
                RESET_ALONE,
                query -> query.bind("key", attempt.key()).mapToMap().one());
    }
}
