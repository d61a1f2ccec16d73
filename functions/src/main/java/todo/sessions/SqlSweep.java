package todo.sessions;

/// Each log-in deletes a few expired rows, more than it adds, so no scheduler is needed.
public final class SqlSweep {
    /// Deletes expired rate limits. Starts at a random key, because no index orders them by age, and skips the
    /// one that the statement itself changes. Requires the parameters `:probe` and `:loginWindow`.
    public static final String WINDOWS = """
            swept_windows as (
                delete from rate_windows where subject in (
                    select subject from rate_windows
                    where subject in (select subject from rate_windows where subject > :probe order by subject limit 20)
                      and subject <> :loginWindow and newest < extract(epoch from now() - interval '2 hours')
                    for update skip locked)
            )""";

    /// Deletes expired counters of wrong passwords in the same way. Requires the expression `counter` and the
    /// parameters `:probe` and `:lock`.
    public static final String ATTEMPTS = """
            swept_attempts as (
                delete from attempts where key in (
                    select key from attempts
                    where key in (select key from attempts where key > :probe order by key limit 20)
                      and key <> (select key from counter)
                      and failures[cardinality(failures)] < now() - :lock::interval
                      and (locked_until is null or locked_until < now())
                    for update skip locked)
            )""";

    /// Deletes expired sessions and audit events. Requires the parameter `:auditRetention`. Yields
    /// `swept_events.removed`, which
    /// must be read, else PostgreSQL skips the deletion of events.
    public static final String EXPIRED = """
            swept_sessions as (
                delete from sessions where id in (
                    select id from sessions where expires_at < now() order by expires_at limit 20
                    for update skip locked)
            ), swept_events as materialized (
                select forget_audit_events(:auditRetention::interval) as removed
            )""";

    private SqlSweep() {}
}
