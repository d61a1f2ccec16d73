package todo.admin;

import java.util.List;
import todo.testing.Answer;
import todo.testing.Person;

/// The audit trail as an admin sees it.
record AuditTrail(Person admin) {
    Answer query(String query) {
        return admin.get("/api/v1/audit-events?" + query).is(200);
    }

    /// Returns a member of each event that matches.
    List<String> each(String query, String member) {
        return query(query).each("audit_events", member);
    }
}
