package todo.observe;

import static todo.database.Permission.METRICS;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.StatementContext;
import todo.database.Guard;
import todo.database.GuardedStatement;
import todo.http.Caller;

public final class SqlStatistics implements Statistics {
    /// Tasks are too many to be counted each time: beyond 2,000 pages (16 MB) a part of them stands for all.
    /// What was created lately is counted by the time that is in an id (UUID version 7), in a range with two
    /// ends: with one, PostgreSQL would read all of a table of which it knows nothing yet.
    private static final GuardedStatement TAKE = Guard.behind(METRICS, """
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

    public SqlStatistics(Guard guard) {
        this.guard = guard;
    }

    @Override
    public List<Sample> taken(Caller caller) {
        return guard.repeatable(caller, TAKE, UnaryOperator.identity(), SqlStatistics::sample);
    }

    private static Sample sample(ResultSet row, StatementContext context) throws SQLException {
        return new Sample(Family.valueOf(row.getString(1).toUpperCase(Locale.ROOT)), row.getString(2), row.getLong(3));
    }
}
