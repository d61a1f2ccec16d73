package todo.metrics;

import static todo.access.Permission.METRICS;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.StatementContext;
import todo.access.Caller;
import todo.access.Guard;
import todo.access.GuardedStatement;
import todo.database.Columns;

/// The metrics, read from the database.
public final class SqlMetrics {
    /// Counts tasks in a sample if their table has more than 2,000 pages (16 MB). Counts tasks created lately
    /// by the time in their ids (UUID version 7). That range needs both bounds: with one, PostgreSQL would scan
    /// a table without statistics from end to end.
    private static final GuardedStatement READ = Guard.behind(METRICS, """
            parts as (
                select greatest(1, pg_relation_size('tasks') / (2000 * 8192.0)) as whole
            ), seen as (
                select completed, priority, not completed and due_date < now() as overdue,
                       completed_at > now() - interval '1 day' as completed_lately
                from tasks tablesample system (100 / (select whole from parts))
            ), sample (family, labels, value) as (
                select 'users', format('{role="%s",active="%s"}', known.role, active::text), count(users.id)::numeric
                from unnest(enum_range(null::role)) as known (role)
                     cross join (values (true), (false)) as either (active)
                     left join users on users.role = known.role and is_active = active
                group by known.role, active
                union all
                select 'live_sessions', '', count(*)
                from sessions join users on users.id = sessions.user_id
                where expires_at > now() and is_active and epoch = session_epoch
                union all
                select 'tasks', format('{completed="%s",priority="%s"}', done::text, known.priority),
                       count(seen) * (select whole from parts)
                from unnest(enum_range(null::priority)) as known (priority)
                     cross join (values (true), (false)) as either (done)
                     left join seen on seen.priority = known.priority and completed = done
                group by known.priority, done
                union all
                select 'overdue_tasks', '', count(*) filter (where overdue) * (select whole from parts) from seen
                union all
                select 'tasks_created_last_day', '', count(*) from tasks
                where id between rpad(lpad(to_hex((extract(epoch from now() - interval '1 day') * 1000)::bigint),
                                           12, '0'), 32, '0')::uuid
                             and 'ffffffff-ffff-ffff-ffff-ffffffffffff'
                union all
                select 'tasks_completed_last_day', '',
                       count(*) filter (where completed_lately) * (select whole from parts) from seen
                union all
                select family, '', count(at)
                from (values ('registrations_last_day', 'register'), ('log_ins_last_day', 'log_in'),
                             ('failed_log_ins_last_day', 'log_in_failed'), ('lock_outs_last_day', 'lockout'))
                         as kept (family, event)
                     left join audit_events on audit_events.event = kept.event and at > now() - interval '1 day'
                group by family
            ), result as (
                select family, labels, round(value)::bigint
                from sample where exists (select from admitted)
            )""").orderedBy("labels");

    private final Guard guard;

    @Inject
    public SqlMetrics(Guard guard) {
        this.guard = guard;
    }

    /// Returns the current values.
    public List<Sample> read(Caller caller) {
        return guard.repeatable(caller, READ, UnaryOperator.identity(), SqlMetrics::sample);
    }

    private static Sample sample(ResultSet row, StatementContext context) throws SQLException {
        return new Sample(Columns.choice(Metric.class, row, 1), row.getString(2), row.getLong(3));
    }
}
