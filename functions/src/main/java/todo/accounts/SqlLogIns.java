package todo.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Period;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import todo.accounts.Entry.Entered;
import todo.accounts.Entry.Inactive;
import todo.accounts.Entry.Outrun;
import todo.database.Database;
import todo.database.RateLimit;
import todo.database.RateLimit.Left;
import todo.http.Client;
import todo.http.Count;
import todo.http.Trace;
import todo.passwords.Attempt;
import todo.passwords.SqlAttempts;
import todo.tokens.NewSession;
import todo.users.SqlUserRow;

public final class SqlLogIns implements LogIns {
    private static final String RESERVE_BY_EMAIL = reserve("email");
    private static final String RESERVE_BY_USERNAME = reserve("username");

    /// The account is locked, so that no session slips past a change that is about to commit.
    private static final String ENTER = """
            with account as (
                select %s, session_epoch from users where id = :user and password_changed_at = :passwordChangedAt
                for no key update
            ), %s, renewed as (
                update users set password_hash = :renewedHash
                where id = (select id from account) and :renewedHash::text is not null
            ), %s, audited as (
                insert into audit_events (event, actor_id, user_id, ip, request_id)
                select case when is_active then 'log_in' else 'log_in_refused' end, id, id, :ip, :request from account
            ), %s
            select account.*, (select removed from swept_events) from account""".formatted(
            SqlUserRow.COLUMNS, SqlAttempts.FORGIVEN, SqlSession.begunBy("account where is_active"), SqlSweep.EXPIRED);

    private final Database database;
    private final RateLimit limit;
    private final SqlAttempts attempts;
    private final Period auditRetention;

    public SqlLogIns(Database database, RateLimit limit, SqlAttempts attempts, Period auditRetention) {
        this.database = database;
        this.limit = limit;
        this.attempts = attempts;
        this.auditRetention = auditRetention;
    }

    @Override
    public Attempt reserve(LogInForm form, Client client) {
        return database.once(
                form.isByEmail() ? RESERVE_BY_EMAIL : RESERVE_BY_USERNAME,
                query -> attempts.bind(limit.bind(query, client.network()))
                        .bind("login", form.login())
                        .bind("probe", UUID.randomUUID())
                        .map((row, _) -> reserved(row))
                        .one());
    }

    private Attempt reserved(ResultSet row) throws SQLException {
        limit.judge(Left.read(row));
        return attempts.read(row);
    }

    @Override
    public void fail(Attempt attempt, Client client) {
        Trace.current().count(Count.LOG_IN_FAILURE);
        attempts.fail("log_in_failed", attempt, null, client);
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
                        .bind("auditRetention", auditRetention.toString())
                        .map(new SqlUserRow(1))
                        .findOne()
                        .<Entry>map(user -> user.isActive()
                                ? new Entered(SqlSession.begun(session, user, Count.LOG_IN))
                                : new Inactive())
                        .orElseGet(Outrun::new));
    }

    /// All spellings of an account's name come to one counter, and a name that is nobody's has one like any other.
    private static String reserve(String column) {
        return """
            with quota as materialized (
                %s
            ), account as (
                select id, password_hash, password_changed_at from users
                where lower(%s collate pg_c_utf8) = lower(:login collate pg_c_utf8)
            ), name as (
                select md5(coalesce('account ' || (select id from account),
                                    'name ' || lower(:login collate pg_c_utf8)))::uuid as key
                from quota where quota.admitted
            ), %s, %s
            select quota.*, reserved.* from quota left join reserved on true""".formatted(RateLimit.counting("login", "select"), column, SqlAttempts.RESERVED, SqlSweep.WINDOWS);
    }
}
