package todo.export;

import java.util.List;
import org.jspecify.annotations.Nullable;
import todo.admin.AuditEvent;
import todo.sessions.Session;
import todo.tasks.Task;
import todo.users.User;

/// A page of all that is held about somebody: sessions come first, then what is on record, then tasks. The profile is
/// on the first page alone.
public record Export(
        @Nullable User profile,
        List<Session> sessions,
        List<AuditEvent> auditEvents,
        List<Task> tasks,
        @Nullable String nextCursor) {}
