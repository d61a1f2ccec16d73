package todo.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import todo.bench.measure.BenchmarkUsers;
import todo.testing.Events;

/// Function events of one user, for one of their tasks.
record UserEvents(Events events, int number) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static UserEvents of(BenchmarkUsers users, int number) {
        return new UserEvents(new Events(users.person(number), users.task(number)), number);
    }

    String get() {
        return events.read("get-task");
    }

    String list() {
        return event("list-tasks")
                .putNull("queryStringParameters")
                .putNull("multiValueQueryStringParameters")
                .toString();
    }

    /// Without an idempotency key, so each event creates a task.
    String create() {
        var event = event("create-task");
        event.withObject("/headers").remove("Idempotency-Key");
        event.withObject("/multiValueHeaders").remove("Idempotency-Key");
        return event.toString();
    }

    String toggle() {
        return event("complete-task").putNull("body").toString();
    }

    String change() {
        return event("change-task")
                .put("body", "{\"title\": \"Visit %d\"}".formatted(number))
                .toString();
    }

    String authorize() {
        return events.read("authorizer");
    }

    private ObjectNode event(String name) {
        try {
            return (ObjectNode) JSON.readTree(events.read(name));
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException(name, notJson);
        }
    }
}
