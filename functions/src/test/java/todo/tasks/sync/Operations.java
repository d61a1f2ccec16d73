package todo.tasks.sync;

import static java.util.stream.Collectors.joining;

import java.util.UUID;
import java.util.stream.Stream;
import todo.testing.Person;
import todo.testing.Request;

/// The JSON of operations, and requests that send them as a batch.
final class Operations {
    private Operations() {}

    static String add(String title) {
        return "{\"op\": \"create\", \"task\": {\"title\": \"%s\"}}".formatted(title);
    }

    /// `patch` is JSON.
    static String update(UUID id, String patch) {
        return "{\"op\": \"update\", \"id\": \"%s\", \"task\": %s}".formatted(id, patch);
    }

    static String rename(UUID id, String title) {
        return update(id, "{\"title\": \"%s\"}".formatted(title));
    }

    static String complete(UUID id, boolean completed) {
        return "{\"op\": \"complete\", \"id\": \"%s\", \"completed\": %s}".formatted(id, completed);
    }

    static String delete(UUID id) {
        return "{\"op\": \"delete\", \"id\": \"%s\"}".formatted(id);
    }

    /// The same operation with `version`.
    static String at(int version, String operation) {
        return operation.replaceFirst("}$", ", \"version\": %d}".formatted(version));
    }

    /// Returns the request without sending it.
    static Request batch(Person person, String... operations) {
        var json = Stream.of(operations).collect(joining(", ", "{\"operations\": [", "]}"));
        return person.request("POST", person.tasks() + "/batch").json(json);
    }
}
