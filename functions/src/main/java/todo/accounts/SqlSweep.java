package todo.accounts;

/// What is past its time goes by the hand of those who log in: each removes more than it brings, and never more
/// than a handful. Nothing has to wake the database for it.
final class SqlSweep {
    /// From a random key on, because nothing orders these rows by age. Rows that this statement counts in are
    /// left alone.
    static final String WINDOWS = """
            swept_windows as (
                delete from rate_windows where key in (
                    select key from rate_windows
                    where key in (select key from rate_windows where key > :probe order by key limit 20)
                      and key <> :window and hits[cardinality(hits)] < now() - interval '1 minute'
                    for update skip locked)
            ), swept_attempts as (
                delete from attempts where key in (
                    select key from attempts
                    where key in (select key from attempts where key > :probe order by key limit 20)
                      and key <> (select key from name)
                      and failures[cardinality(failures)] < now() - :lock::interval
                      and (locked_until is null or locked_until < now())
                    for update skip locked)
            )""";

    static final String EXPIRED = """
            swept_sessions as (
                delete from sessions where id in (
                    select id from sessions where expires_at < now() order by expires_at limit 20
                    for update skip locked)
            ), swept_keys as (
                delete from idempotency_keys where (user_id, key) in (
                    select user_id, key from idempotency_keys
                    where created_at < now() - interval '24 hours' order by created_at limit 20
                    for update skip locked)
            )""";

    private SqlSweep() {}
}
