package todo.admin;

import todo.testing.Answer;
import todo.testing.Person;

/// How an admin can be taken away by another.
enum Removal {
    DEMOTION("PATCH", "{\"role\": \"user\"}"),
    DEACTIVATION("PATCH", "{\"is_active\": false}"),
    DELETION("DELETE", "");

    private final String method;
    private final String body;

    Removal(String method, String body) {
        this.method = method;
        this.body = body;
    }

    Answer of(Person actor, Person target) {
        var request = actor.request(method, "/api/v1/users/" + target.id());
        return (body.isEmpty() ? request : request.json(body)).send();
    }
}
