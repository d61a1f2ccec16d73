package todo.twofactor;

import static todo.access.Permission.BEGIN_TWO_FACTOR;
import static todo.access.Permission.CONFIRM_TWO_FACTOR;
import static todo.access.Permission.GET_TWO_FACTOR;
import static todo.access.Permission.REPLACE_RECOVERY_CODES;
import static todo.access.Permission.SWITCH_OFF_TWO_FACTOR;

import todo.access.Guard;
import todo.access.GuardedStatement;
import todo.audit.SqlAudit;
import todo.passwords.SqlAttempts;
import todo.totp.SqlSecondFactor;

/// The statements of [SqlTwoFactor]. Those that change something lock the user first, so concurrent changes and
/// log-ins wait for each other.
final class SqlTwoFactorStatements {
    static final GuardedStatement FIND = Guard.behind(GET_TWO_FACTOR, """
            result as (
                select id, %s from admitted left join totp_secrets on user_id = id
            )""".formatted(SqlTwoFactorRow.COLUMNS));

    /// Returns the email, and whether two-factor was off, so that the new secret replaced an unconfirmed one.
    static final GuardedStatement BEGIN = Guard.behind(BEGIN_TWO_FACTOR, """
            account as (
                select users.id, email from users join admitted using (id) for no key update of users
            ), begun as (
                insert into totp_secrets as t (user_id, key_id, secret)
                select id, :keyId, decode(:secret, 'hex') from account
                on conflict (user_id) do update set key_id = :keyId, secret = decode(:secret, 'hex'), created_at = now()
                where t.confirmed_at is null
                returning user_id
            ), result as (
                select email, exists (select from begun) from account
            )""");

    static final GuardedStatement PENDING = Guard.behind(CONFIRM_TWO_FACTOR, """
            result as (
                select key_id, encode(secret, 'hex') from totp_secrets join admitted on user_id = id
                where confirmed_at is null
            )""");

    /// Does nothing if another request has confirmed or replaced the secret meanwhile.
    static final GuardedStatement CONFIRM = Guard.behind(
                    CONFIRM_TWO_FACTOR, """
            account as (
                select users.id from users join admitted using (id) for no key update of users
            ), result as (
                update totp_secrets set confirmed_at = now(), last_step = :step
                from account
                where user_id = account.id and confirmed_at is null and secret = decode(:secret, 'hex')
                returning user_id as id
            ), codes as (
                insert into recovery_codes (user_id, hash)
                select id, decode(code, 'hex') from result, unnest(:hashes) as code
            ), %s""".formatted(SqlAudit.audited("totp_enabled", "id", "result")))
            .uncounted();

    /// The caller's locked row, unless the password has changed after it was checked.
    private static final String LOCKED = """
            locked as (
                select users.id from users join admitted using (id)
                where password_changed_at = :passwordChangedAt::timestamptz
                for no key update of users
            )""";

    private static final String AUDITED = SqlAudit.audited("event", "id", "id", "null", """
            account, lateral (values ('%s', true), ('recovery_code_used', exists (select from used_recovery_code)))
                as happened (event, applies)
            where applies""");

    static final GuardedStatement SWITCH_OFF = Guard.behind(SWITCH_OFF_TWO_FACTOR, """
            %s, %s, account as (
                delete from totp_secrets using locked
                where user_id = locked.id and confirmed_at = :confirmedAt::timestamptz
                  and (last_step < :step::bigint or exists (select from used_recovery_code))
                returning user_id as id
            ), codes as (
                delete from recovery_codes using account
                where user_id = account.id and hash is distinct from decode(:recoveryHash, 'hex')
            ), %s, %s, result as (
                select id, exists (select from account) from locked
            )""".formatted(
                    LOCKED, SqlSecondFactor.USED_RECOVERY_CODE, SqlAttempts.RESET, AUDITED.formatted("totp_disabled")))
            .uncounted();

    static final GuardedStatement REPLACE_CODES = Guard.behind(REPLACE_RECOVERY_CODES, """
            %s, %s, %s, account as (
                select id from locked where exists (select from used_code) or exists (select from used_recovery_code)
            ), old_codes as (
                delete from recovery_codes using account
                where user_id = account.id and hash is distinct from decode(:recoveryHash, 'hex')
            ), codes as (
                insert into recovery_codes (user_id, hash)
                select id, decode(code, 'hex') from account, unnest(:hashes) as code
            ), %s, %s, result as (
                select id, exists (select from account) from locked
            )""".formatted(
                            LOCKED,
                            SqlSecondFactor.USED_CODE,
                            SqlSecondFactor.USED_RECOVERY_CODE,
                            SqlAttempts.RESET,
                            AUDITED.formatted("recovery_codes_replaced")))
            .uncounted();

    private SqlTwoFactorStatements() {}
}
