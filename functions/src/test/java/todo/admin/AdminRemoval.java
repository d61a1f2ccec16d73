package todo.admin;

import todo.testing.Answer;
import todo.testing.Person;

/// The ways in which an admin can remove an admin.
enum AdminRemoval {
    DEMOTION("PATCH", "{\"role\": \"user\"}"),
    DEACTIVATION("PATCH", "{\"is_active\": false}"),
    DELETION("DELETE", "");

    private final String method;
    private final String body;

    AdminRemoval(String method, String body) {
        this.method = method;
        this.body = body;
    }

    Answer of(Person actor, Person target) {
        var request = actor.request(method, "/api/v1/users/" + target.id());
        return (body.isEmpty() ? request : request.json(body)).send();
    }
}
