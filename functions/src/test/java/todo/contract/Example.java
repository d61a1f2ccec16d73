package todo.contract;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import todo.testing.Api;
import todo.testing.People;
import todo.testing.Person;
import todo.testing.Request;
import todo.testing.Sql;

/// A request as openapi.yaml shows it. `body` is empty where it has none.
record Example(Operation operation, String type, String body) {
    static List<Example> allOf(Operation operation) {
        var described = operation.here().at("requestBody");
        var bodies = described.at("content").members().entrySet().stream()
                .flatMap(content -> content.getValue().at("examples").members().values().stream()
                        .map(example -> new Example(
                                operation,
                                content.getKey(),
                                example.at("value").json().toString())));
        var isNeeded = described.json().path("required").asBoolean();
        return Stream.concat(bodies, isNeeded ? Stream.empty() : Stream.of(new Example(operation, "", "")))
                .toList();
    }

    static Example of(Operation operation) {
        return allOf(operation).getFirst();
    }

    Example at(String path) {
        return new Example(new Operation(operation.method(), path, operation.item(), operation.here()), type, body);
    }

    Example with(String body) {
        return new Example(operation, type, body);
    }

    /// With someone real in place of Ada, and what is hers in place of what is Ada's: it succeeds.
    Request by(Person ada) {
        return by(operation.isForAdmins() ? People.with("admin").at(ada.api()) : ada, ada);
    }

    /// The same by another, who may not be allowed to.
    Request by(Person caller, Person ada) {
        var request = caller.api().request(operation.method(), path(ada));
        var sent =
                body.isEmpty() ? request : request.header("Content-Type", type).body(body(ada));
        return operation.isForAnyone() ? sent : sent.as(caller);
    }

    private String path(Person ada) {
        var path = operation.path().replace("{user_id}", ada.id().toString()).replace("{file}", "docs.css");
        return withTask(path.replace("{session_id}", ada.session().toString()), "{task_id}", ada);
    }

    private String body(Person ada) {
        var username = "u" + UUID.randomUUID().toString().substring(0, 12);
        Sql.run("update users set username = ? where id = ?", username, ada.id());
        var isNew = operation.id().startsWith("register");
        var real = body.replace("ada@example.org", isNew ? Api.newEmail() : ada.email())
                .replace("ada.king@example.org", Api.newEmail())
                .replace("\"username\":\"ada\"", "\"username\":\"" + (isNew ? "new-" : "") + username + "\"");
        var first = withTask(real, "0199a3f3-8e31-7d6f-9c74-5ba03f9e8d7c", ada);
        return withTask(first, "0199a3f4-9f42-7e80-ad85-6cb14fafae8d", ada);
    }

    private static String withTask(String text, String place, Person ada) {
        return text.contains(place)
                ? text.replace(place, ada.at(Api.shared()).newTask("Buy milk").toString())
                : text;
    }

    @Override
    public String toString() {
        return operation + " " + body;
    }
}
