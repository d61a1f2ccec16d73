package todo.export;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import todo.admin.AuditEvent;
import todo.http.Ids;
import todo.http.OpaqueCursor;
import todo.http.Timestamps;
import todo.sessions.Session;
import todo.tasks.Task;

/// A place in an export, behind one session, event or task: sessions are in the order of their ids, events and tasks in
/// that of time. What does not matter for its kind has the least value.
record ExportCursor(Part part, Instant at, UUID id, long event) implements OpaqueCursor {
    enum Part {
        SESSIONS,
        EVENTS,
        TASKS
    }

    private static final UUID LEAST_ID = new UUID(0, 0);
    private static final Instant LONG_AGO = Instant.parse("0001-01-01T00:00:00Z");

    static final ExportCursor START = new ExportCursor(Part.SESSIONS, LONG_AGO, LEAST_ID, 0);

    static ExportCursor behind(Session session) {
        return new ExportCursor(Part.SESSIONS, LONG_AGO, session.id(), 0);
    }

    static ExportCursor behind(AuditEvent event) {
        return new ExportCursor(Part.EVENTS, event.at(), LEAST_ID, event.id());
    }

    static ExportCursor behind(Task task) {
        return new ExportCursor(Part.TASKS, task.createdAt(), task.id(), 0);
    }

    static Optional<ExportCursor> parse(String plain) {
        var parts = plain.split(" ", -1);
        return Optional.of(new ExportCursor(
                Part.valueOf(parts[0]),
                Timestamps.parse(parts[1]).orElseThrow(),
                Ids.parse(parts[2]).orElseThrow(),
                Long.parseLong(parts[3])));
    }

    /// Where this kind of thing goes on, or begins.
    Instant atIn(Part other) {
        return part == other ? at : LONG_AGO;
    }

    @Override
    public String text() {
        return OpaqueCursor.of(part.name(), at, id, event);
    }
}
