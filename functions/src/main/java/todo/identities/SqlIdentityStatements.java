package todo.identities;

import static todo.access.Permission.LINK_IDENTITY;
import static todo.access.Permission.LIST_IDENTITIES;
import static todo.access.Permission.UNLINK_IDENTITY;

import todo.access.Guard;
import todo.access.GuardedStatement;
import todo.access.RateLimit;
import todo.audit.SqlAudit;

/// The statements of [SqlIdentities].
final class SqlIdentityStatements {
    static final GuardedStatement LIST =
            Guard.behind(LIST_IDENTITIES, """
            result as (
                select users.id, password_hash is not null as has_password, %s
                from users join admitted using (id) left join identities on user_id = users.id
            )""".formatted(SqlIdentityRow.COLUMNS)).orderedBy("created_at, provider");

    static final GuardedStatement ADMIT = Guard.behind(
            LINK_IDENTITY, """
            rate_limit as materialized (
                %s
            ), result as (
                select admitted.id, rate_limit.* from admitted, rate_limit
            )""".formatted(RateLimit.counting(SqlIdentities.LIMIT.policy(), "select from admitted")));

    static final GuardedStatement LINK = Guard.behind(LINK_IDENTITY, """
            account as (
                select id from users where id = (select id from admitted) for no key update
            ), same as (
                select identities.* from identities join account on user_id = account.id
                where issuer = :issuer and subject = :subject
            ), linked as (
                insert into identities (issuer, subject, provider, user_id, email)
                select :issuer, :subject, :provider, id, :email from account
                where not exists (select from identities where issuer = :issuer and subject = :subject)
                  and not exists (select from identities where user_id = account.id and provider = :provider)
                returning *
            ), %s, result as (
                select account.id, exists (select from linked) as is_new, %s
                from account left join (select * from linked union all select * from same) as identities on true
            )""".formatted(
                            SqlAudit.audited("'identity_linked'", "user_id", "user_id", "provider", "linked"),
                            SqlIdentityRow.COLUMNS))
            .uncounted();

    /// Locks the user and then all of the user's identities: of two concurrent unlinkings, the second waits and
    /// then finds one identity less.
    static final GuardedStatement UNLINK = Guard.behind(UNLINK_IDENTITY, """
            account as (
                select id, password_hash is not null as has_password from users
                where id = (select id from admitted) for no key update
            ), own as (
                select provider from identities where user_id = (select id from account) for update
            ), unlinked as (
                delete from identities using account
                where user_id = account.id and provider = :provider and (has_password or (select count(*) from own) > 1)
                returning user_id, provider
            ), %s, result as (
                select id, :provider in (select provider from own) as is_found, exists (select from unlinked) as is_unlinked
                from account
            )""".formatted(
                    SqlAudit.audited("'identity_unlinked'", "user_id", "user_id", "provider", "unlinked")));

    private SqlIdentityStatements() {}
}
