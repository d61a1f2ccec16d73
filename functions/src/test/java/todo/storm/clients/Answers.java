package todo.storm.clients;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import todo.storm.history.Claim;
import todo.storm.history.Claim.Change;
import todo.storm.history.Claim.Sight;
import todo.storm.history.TaskState;

/// Reads what an answer says about the tasks of an account.
final class Answers {
    private Answers() {}

    /// Returns the claims of a request that changes tasks, or reads the one of `targets`.
    ///
    /// @param changes that the request asks for, empty for one that reads
    /// @param targets the ids of the tasks of `changes`; of a creation empty
    static List<Claim> of(Reply reply, List<Change> changes, List<Optional<KnownTask>> targets) {
        var claims = new ArrayList<Claim>();
        if (reply.isSuccess()) {
            acknowledged(reply.body(), changes, claims);
            return claims;
        }
        claims.addAll(changes);
        var place = reply.body().path("index").asInt(0);
        if (reply.is("TASK_NOT_FOUND")) {
            targets.get(place).ifPresent(it -> claims.add(Sight.absent(it.name(), it.id())));
        } else if (reply.is("VERSION_CONFLICT")) {
            var refused = changes.get(place);
            refused.ifMatch().ifPresent(demanded -> claims.add(new Claim.Conflict(refused.task(), demanded)));
        }
        return claims;
    }

    /// Returns the task of an answer.
    static Sight sight(JsonNode task) {
        var state = new TaskState(
                task.path("version").asInt(),
                task.path("title").asText(),
                task.path("completed").asBoolean());
        return new Sight(
                task.path("description").asText(),
                UUID.fromString(task.path("id").asText()),
                state,
                Optional.of(Instant.parse(task.path("updated_at").asText())));
    }

    private static void acknowledged(JsonNode body, List<Change> changes, List<Claim> claims) {
        if (body.has("results")) {
            for (var place = 0; place < changes.size(); place++) {
                result(body.path("results").path(place), changes.get(place), claims);
            }
        } else if (changes.isEmpty()) {
            claims.add(sight(body));
        } else {
            single(body, changes.getFirst(), claims);
        }
    }

    private static void single(JsonNode body, Change change, List<Claim> claims) {
        if (change.effect().deletes()) {
            claims.add(change);
        } else {
            claims.add(change.to(body.path("version").asInt()));
            claims.add(sight(body));
        }
    }

    /// A repeated batch shows the task as it is now, or null if it is gone.
    private static void result(JsonNode result, Change change, List<Claim> claims) {
        claims.add(
                change.effect().deletes()
                        ? change
                        : change.to(result.path("version").asInt()));
        if (result.path("task").isObject()) {
            claims.add(sight(result.path("task")));
        }
    }
}
