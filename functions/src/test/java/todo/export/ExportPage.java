package todo.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import todo.testing.Answer;

/// A page of an export.
record ExportPage(Answer answer) {
    /// Returns the sessions, audit events and tasks.
    List<JsonNode> items() {
        return Stream.of("sessions", "audit_events", "tasks")
                .flatMap(part -> answer.json().path(part).valueStream())
                .toList();
    }
}
