package todo.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import todo.http.Ids;
import todo.http.Timestamps;
import todo.sessions.Session;
import todo.tasks.Task;

/// A place in an export, behind one session, event or task. What is not sorted by a member has its least value there.
record ExportCursor(Part part, UUID id, long event, Instant createdAt) {
    enum Part {
        SESSIONS,
        EVENTS,
        TASKS
    }

    private static final UUID LEAST_ID = new UUID(0, 0);
    private static final Instant LONG_AGO = Instant.parse("0001-01-01T00:00:00Z");

    static final ExportCursor START = new ExportCursor(Part.SESSIONS, LEAST_ID, 0, LONG_AGO);

    static ExportCursor behind(Session session) {
        return new ExportCursor(Part.SESSIONS, session.id(), 0, LONG_AGO);
    }

    static ExportCursor behind(AuditEvent event) {
        return new ExportCursor(Part.EVENTS, LEAST_ID, event.id(), LONG_AGO);
    }

    static ExportCursor behind(Task task) {
        return new ExportCursor(Part.TASKS, task.id(), 0, task.createdAt());
    }

    static Optional<ExportCursor> parse(String text) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(" ", -1);
            var cursor = new ExportCursor(
                    Part.valueOf(parts[0]),
                    Ids.parse(parts[1]).orElseThrow(),
                    Long.parseLong(parts[2]),
                    Timestamps.parse(parts[3]).orElseThrow());
            return Optional.of(cursor).filter(it -> it.text().equals(text));
        } catch (RuntimeException _) { // whatever is wrong with it, it is none of ours
            return Optional.empty();
        }
    }

    String text() {
        var plain = String.join(" ", part.name(), id.toString(), Long.toString(event), createdAt.toString());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
    }
}
