package todo.storm.clients;

import com.fasterxml.jackson.databind.JsonNode;
import todo.storm.history.Attempt;

/// The answer to a request, or that there was none.
///
/// @param body JSON, or a missing node
record Reply(Attempt attempt, JsonNode body) {
    boolean isSuccess() {
        return attempt.status() >= 200 && attempt.status() < 300;
    }

    /// Whether the request may have been executed although nobody says so.
    boolean isUnknown() {
        return attempt.status() == 0 || attempt.status() >= 500;
    }

    boolean is(String problem) {
        return attempt.problem().equals(problem);
    }

    String text(String member) {
        return body.path(member).asText();
    }
}
