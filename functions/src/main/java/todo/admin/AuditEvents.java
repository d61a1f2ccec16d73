package todo.admin;

import todo.http.Caller;

/// The audit trail, for admins to read. Each event is written by the statement that does what it records.
public interface AuditEvents {
    Page<AuditEvent> list(Caller caller, AuditQuery query);
}
