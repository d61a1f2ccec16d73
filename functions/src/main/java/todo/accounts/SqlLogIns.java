package todo.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import todo.accounts.Entry.Entered;
import todo.accounts.Entry.Inactive;
import todo.accounts.Entry.Outrun;
import todo.database.Database;
import todo.database.RateLimit;
import todo.http.Client;
import todo.http.Count;
import todo.http.ErrorCode;
import todo.http.Problem;
import todo.http.Trace;

public final class SqlLogIns implements LogIns {
    /// All spellings of an account's name come to one counter, and a name that is nobody's has one like any
    /// other.
    private static final String RESERVE = """
            with subject as (select), %s, account as (
                select id, password_hash, password_changed_at from users
                where lower(%s collate pg_c_utf8) = lower(:login collate pg_c_utf8)
            ), name as (
                select md5(coalesce((select id::text from account), lower(:login collate pg_c_utf8)))::uuid as key
            ), attempt as (
                insert into attempts as a (key, failures, locked_until)
                select key, array[now()], case when :most = 1 then now() + :lock::interval end
                from name, quota where quota.admitted
                on conflict (key) do update
                set failures = array(select f from unnest(a.failures) f where f > now() - :lock::interval) || now(),
                    locked_until = case
                        when (select count(*) from unnest(a.failures) f where f > now() - :lock::interval) >= :most - 1
                        then now() + :lock::interval end
                where a.locked_until is null or a.locked_until <= now()
                returning key, locked_until
            ), %s
            select quota.*, attempt.key, attempt.locked_until is not null as locking, account.*,
                   extract(epoch from coalesce((select locked_until - now() from attempts join name using (key)),
                                               :lock::interval)) as locked_for
            from quota left join attempt on true left join account on true""";

    private static final String RESERVE_BY_EMAIL = RESERVE.formatted(RateLimit.COUNTED, "email", SqlSweep.WINDOWS);
    private static final String RESERVE_BY_USERNAME =
            RESERVE.formatted(RateLimit.COUNTED, "username", SqlSweep.WINDOWS);

    private static final String FAIL = """
            with failed as (
                insert into audit_events (event, user_id, ip, request_id)
                select 'log_in_failed', :user::uuid, :ip, :request
            ), locked as (
                insert into audit_events (event, user_id, ip, request_id)
                select 'lockout', :user::uuid, :ip, :request where :locking
            )
            select""";

    /// The account is locked, so that no session slips past a change that is about to commit.
    private static final String ENTER =
            """
            with account as (
                select %s, session_epoch from users where id = :user and password_changed_at = :passwordChangedAt
                for no key update
            ), forgiven as (
                delete from attempts where key = :key and exists (select from account)
            ), renewed as (
                update users set password_hash = :renewedHash
                where id = (select id from account) and :renewedHash::text is not null
            ), %s, audited as (
                insert into audit_events (event, actor_id, user_id, ip, request_id)
                select case when is_active then 'log_in' else 'log_in_refused' end, id, id, :ip, :request from account
            ), %s
            select * from account""".formatted(SqlUserRow.COLUMNS, SqlSession.begunBy("account where is_active"), SqlSweep.EXPIRED);

    private final Database database;
    private final RateLimit limit;
    private final Lockout lockout;

    public SqlLogIns(Database database, RateLimit limit, Lockout lockout) {
        this.database = database;
        this.limit = limit;
        this.lockout = lockout;
    }

    @Override
    public Attempt reserve(LogInForm form, Client client) {
        return database.once(
                form.isByEmail() ? RESERVE_BY_EMAIL : RESERVE_BY_USERNAME,
                query -> limit.bind(query, client.ip())
                        .bind("login", form.login())
                        .bind("most", lockout.failures())
                        .bind("lock", lockout.duration().toString())
                        .bind("probe", UUID.randomUUID())
                        .map((row, _) -> reserved(row))
                        .one());
    }

    private Attempt reserved(ResultSet row) throws SQLException {
        limit.judge(row);
        var key = row.getObject("key", UUID.class);
        if (key == null) {
            throw Problem.until(
                    ErrorCode.ACCOUNT_LOCKED, Duration.ofMillis((long) (row.getDouble("locked_for") * 1000)));
        }
        return new Attempt(
                key,
                row.getBoolean("locking"),
                row.getObject("id", UUID.class),
                row.getString("password_hash"),
                row.getObject("password_changed_at", OffsetDateTime.class));
    }

    @Override
    public void fail(Attempt attempt, Client client) {
        Trace.current().count(Count.LOG_IN_FAILURE);
        if (attempt.locking()) {
            Trace.current().count(Count.LOCK_OUT);
        }
        database.once(
                FAIL,
                query -> query.bind("user", attempt.user())
                        .bind("locking", attempt.locking())
                        .bind("ip", client.ip())
                        .bind("request", client.requestId())
                        .mapToMap()
                        .one());
    }

    @Override
    public Entry enter(Attempt attempt, @Nullable String renewedHash, NewSession session) {
        return database.once(
                ENTER,
                query -> SqlSession.bind(query, session)
                        .bind("user", attempt.user())
                        .bind("key", attempt.key())
                        .bind("passwordChangedAt", attempt.passwordChangedAt())
                        .bind("renewedHash", renewedHash)
                        .map(new SqlUserRow())
                        .findOne()
                        .<Entry>map(user -> user.isActive()
                                ? new Entered(SqlSession.begun(session, user, Count.LOG_IN))
                                : new Inactive())
                        .orElseGet(Outrun::new));
    }
}
