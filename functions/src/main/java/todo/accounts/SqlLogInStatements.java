package todo.accounts;

import todo.access.RateLimit;
import todo.audit.SqlAudit;
import todo.passwords.SqlAttempts;
import todo.sessions.SqlSessionStart;
import todo.sessions.SqlSweep;
import todo.totp.SqlSecondFactor;
import todo.users.SqlUserRow;

/// The statements of [SqlLogIns].
final class SqlLogInStatements {
    static final String RESERVE_BY_EMAIL = reserve("email");
    static final String RESERVE_BY_USERNAME = reserve("username");

    private static final String MAY_ENTER = "is_active and (email_verified or not :requiresVerifiedEmail)";

    /// Locks the account, so that a concurrent change of password either sees the new session or prevents it.
    /// Of concurrent log-ins with one code, one finds it unused.
    static final String ENTER = """
            with locked as (
                select %s, session_epoch from users where id = :user and password_changed_at = :passwordChangedAt
                for no key update
            ), %s, %s, account as (
                select locked.* from locked
                where exists (select from used_code) or exists (select from used_recovery_code)
                   or not exists (select from totp_secrets where user_id = locked.id and confirmed_at is not null)
            ), %s, upgraded as (
                update users set password_hash = :upgradedHash
                where id = (select id from account) and :upgradedHash::text is not null
            ), %s, %s, %s
            select locked.*, exists (select from account) as entered, (select removed from swept_events)
            from locked""".formatted(
                    SqlUserRow.COLUMNS,
                    SqlSecondFactor.USED_CODE,
                    SqlSecondFactor.USED_RECOVERY_CODE,
                    SqlAttempts.RESET,
                    SqlSessionStart.insertedFor("account where " + MAY_ENTER),
                    SqlAudit.audited("event", "id", "id", "null", """
                                    account, lateral (values
                                        (case when %s then 'log_in' else 'log_in_refused' end, true),
                                        ('recovery_code_used', exists (select from used_recovery_code)))
                                        as happened (event, applies)
                                    where applies""".formatted(MAY_ENTER)),
                    SqlSweep.EXPIRED);

    /// Gives the reserved place back.
    static final String REFUSE = "with %s, %s select"
            .formatted(
                    SqlAttempts.RELEASED,
                    SqlAudit.audited(
                            "'log_in_refused'", ":user::uuid", ":user::uuid", "'no code'", "(select) as refusal"));

    private SqlLogInStatements() {}

    /// Returns the statement that reserves a place. Email and username of an account share one counter, in any
    /// spelling. Unknown names have counters as well, so answers don't tell whether an account exists.
    private static String reserve(String column) {
        return """
                with rate_limit as materialized (
                    %s
                ), account as (
                    select id, password_hash, password_changed_at from users
                    where lower(%s collate pg_c_utf8) = lower(:login collate pg_c_utf8)
                ), counter as (
                    select md5(coalesce('account ' || (select id from account),
                                        'name ' || lower(:login collate pg_c_utf8)))::uuid as key
                    from rate_limit where rate_limit.admitted
                ), %s, %s, %s
                select rate_limit.*, reserved.* from rate_limit left join reserved on true""".formatted(
                        RateLimit.counting("login", "select"),
                        column,
                        SqlAttempts.RESERVED,
                        SqlSweep.WINDOWS,
                        SqlSweep.ATTEMPTS);
    }
}
