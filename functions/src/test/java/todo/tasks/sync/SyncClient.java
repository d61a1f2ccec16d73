package todo.tasks.sync;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import todo.testing.Answer;
import todo.testing.Person;

/// A client that keeps a copy of its tasks up to date by `GET …/changes`.
final class SyncClient {
    private final Person person;
    private final int limit;
    private final Map<String, JsonNode> tasks = new TreeMap<>();
    private @Nullable String cursor;

    SyncClient(Person person, int limit) {
        this.person = person;
        this.limit = limit;
    }

    /// Requests changes until there are no more.
    SyncClient catchUp() {
        while (step().is(200).json().path("has_more").asBoolean()) {
            // the next page
        }
        return this;
    }

    /// Requests one page of changes and applies it if the answer is 200.
    Answer step() {
        var since = cursor == null ? "" : "&since=" + cursor;
        var answer = person.get(person.tasks() + "/changes?limit=" + limit + since);
        if (answer.status() == 200) {
            answer.json().path("changes").forEach(this::apply);
            cursor = answer.text("next_cursor");
        }
        return answer;
    }

    /// The copy, by id.
    Map<String, JsonNode> tasks() {
        return tasks;
    }

    /// The tasks that the API lists, by id.
    static Map<String, JsonNode> serverTasks(Person person) {
        var truth = new TreeMap<String, JsonNode>();
        var path = person.tasks() + "?limit=100";
        for (var cursor = ""; !cursor.equals("null"); ) {
            var page = person.get(path + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .is(200);
            page.json().path("tasks").forEach(task -> truth.put(task.path("id").asText(), task));
            cursor = page.text("next_cursor");
        }
        return truth;
    }

    private void apply(JsonNode change) {
        if (change.path("type").asText().equals("delete")) {
            tasks.remove(change.path("id").asText());
        } else {
            tasks.put(change.path("task").path("id").asText(), change.path("task"));
        }
    }
}
