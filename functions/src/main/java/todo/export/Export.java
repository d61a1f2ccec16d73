package todo.export;

import java.util.List;
import org.jspecify.annotations.Nullable;
import todo.audit.AuditEvent;
import todo.sessions.Session;
import todo.tasks.Task;
import todo.twofactor.TwoFactor;
import todo.users.User;

/// A page of everything stored about a user: first sessions, then audit events, then tasks.
///
/// @param profile null except on the first page, as twoFactor
/// @param identities empty except on the first page
/// @param nextCursor null on the last page
public record Export(
        @Nullable User profile,
        List<ExportedIdentity> identities,
        @Nullable TwoFactor twoFactor,
        List<Session> sessions,
        List<AuditEvent> auditEvents,
        List<Task> tasks,
        @Nullable String nextCursor) {}
