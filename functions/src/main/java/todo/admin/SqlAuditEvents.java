package todo.admin;

import static java.util.stream.Collectors.joining;
import static todo.access.Permission.LIST_AUDIT_EVENTS;

import jakarta.inject.Inject;
import java.util.stream.Stream;
import todo.access.Caller;
import todo.access.Guard;
import todo.access.GuardedStatement;
import todo.audit.AuditEvent;
import todo.audit.SqlAuditEventRow;

/// The audit trail, for admins.
public final class SqlAuditEvents {
    private final Guard guard;

    @Inject
    public SqlAuditEvents(Guard guard) {
        this.guard = guard;
    }

    /// Returns the events that match, the newest first.
    CursorPage<AuditEvent> list(Caller caller, AuditQuery query) {
        var cursor = query.cursor();
        var found = guard.repeatable(
                caller,
                statement(query),
                bound -> bound.bind("event", query.event())
                        .bind("userId", query.userId())
                        .bind("actorId", query.actorId())
                        .bind("since", query.since())
                        .bind("until", query.until())
                        .bind("after", cursor == null ? null : cursor.at())
                        .bind("afterKey", cursor == null ? null : Long.valueOf(cursor.key()))
                        .bind("limit", query.limit()),
                new SqlAuditEventRow(1));
        return CursorPage.of(found, query.limit(), event -> new KeysetCursor(event.at(), Long.toString(event.id())));
    }

    /// Contains only the requested filters, so that its one generic plan uses the right index.
    private static GuardedStatement statement(AuditQuery query) {
        var filters = Stream.of(
                        query.event() == null ? "" : " and event = :event",
                        query.userId() == null ? "" : " and user_id = :userId",
                        query.actorId() == null ? "" : " and actor_id = :actorId")
                .collect(joining());
        return Guard.behind(LIST_AUDIT_EVENTS, """
                        result as (
                            select %s from audit_events
                            where exists (select from admitted)%s
                              and at >= coalesce(:since::timestamptz, '-infinity')
                              and at < coalesce(:until::timestamptz, 'infinity')
                              and (at, id) < (coalesce(:after::timestamptz, 'infinity'), coalesce(:afterKey::bigint, 0))
                            order by at desc, id desc
                            limit :limit + 1
                        )""".formatted(SqlAuditEventRow.COLUMNS, filters))
                .orderedBy("at desc, id desc");
    }
}
