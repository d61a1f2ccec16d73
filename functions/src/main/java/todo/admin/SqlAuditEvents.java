package todo.admin;

import static todo.database.Permission.LIST_AUDIT_EVENTS;

import todo.database.Guard;
import todo.database.GuardedStatement;
import todo.http.Caller;

public final class SqlAuditEvents implements AuditEvents {
    /// A filter that is null lets everything through: the planner sees the values, and drops it.
    private static final GuardedStatement LIST = Guard.behind(LIST_AUDIT_EVENTS, """
            result as (
                select %s from audit_events
                where exists (select from admitted)
                  and (:event::text is null or event = :event::text)
                  and (:userId::uuid is null or user_id = :userId::uuid)
                  and (:actorId::uuid is null or actor_id = :actorId::uuid)
                  and (:since::timestamptz is null or at >= :since::timestamptz)
                  and (:until::timestamptz is null or at < :until::timestamptz)
                  and (:after::timestamptz is null or (at, id) < (:after::timestamptz, :afterKey::bigint))
                order by at desc, id desc
                limit :limit + 1
            )""".formatted(SqlAuditEventRow.COLUMNS))
            .orderedBy("at desc, id desc");

    private final Guard guard;

    public SqlAuditEvents(Guard guard) {
        this.guard = guard;
    }

    @Override
    public Page<AuditEvent> list(Caller caller, AuditQuery query) {
        var cursor = query.cursor();
        var found = guard.repeatable(
                caller,
                LIST,
                bound -> bound.bind("event", query.event())
                        .bind("userId", query.userId())
                        .bind("actorId", query.actorId())
                        .bind("since", query.since())
                        .bind("until", query.until())
                        .bind("after", cursor == null ? null : cursor.at())
                        .bind("afterKey", cursor == null ? null : cursor.key())
                        .bind("limit", query.limit()),
                new SqlAuditEventRow(1));
        return Page.of(found, query.limit(), event -> new Cursor(event.at(), Long.toString(event.id())));
    }
}
