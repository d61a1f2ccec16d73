package todo.export;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import todo.audit.AuditEvent;
import todo.sessions.Session;
import todo.tasks.Task;
import todo.values.Ids;
import todo.values.OpaqueCursor;
import todo.values.Timestamps;

/// A position in an export, after one session, event or task. Sessions are sorted by id, events and tasks by
/// time and id. Fields that a part does not use have their lowest value.
record ExportCursor(Part part, Instant at, UUID id, long event) implements OpaqueCursor {
    enum Part {
        SESSIONS,
        EVENTS,
        TASKS
    }

    private static final UUID LOWEST_ID = new UUID(0, 0);
    private static final Instant FIRST_MOMENT = Instant.parse("0001-01-01T00:00:00Z");

    static final ExportCursor START = new ExportCursor(Part.SESSIONS, FIRST_MOMENT, LOWEST_ID, 0);

    static ExportCursor after(Session session) {
        return new ExportCursor(Part.SESSIONS, FIRST_MOMENT, session.id(), 0);
    }

    static ExportCursor after(AuditEvent event) {
        return new ExportCursor(Part.EVENTS, event.at(), LOWEST_ID, event.id());
    }

    static ExportCursor after(Task task) {
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

    /// Returns the time after which a part of the export continues.
    Instant atIn(Part other) {
        return part == other ? at : FIRST_MOMENT;
    }

    @Override
    public String text() {
        return OpaqueCursor.of(part.name(), at, id, event);
    }
}
