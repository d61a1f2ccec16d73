package todo.admin;

import todo.http.Call;
import todo.http.Operation;
import todo.http.Reply;

/// `GET /api/v1/audit-events`
final class ListAuditEvents implements Operation {
    private final SqlAuditEvents events;

    ListAuditEvents(SqlAuditEvents events) {
        this.events = events;
    }

    @Override
    public Reply handle(Call call) {
        var query = call.query(AuditQuery::from);
        return events.list(call.caller(), query).reply("audit_events", call, query.parameters());
    }
}
