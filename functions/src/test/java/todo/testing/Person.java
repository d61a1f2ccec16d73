package todo.testing;

import java.util.UUID;

/// A user with a session, who sends requests.
public record Person(Api api, UUID id, String email, String token) {
    static Person registered(Api api, String email, String password) {
        var json = "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, password);
        return of(api, api.register(json).is(201));
    }

    /// Returns the person of the answer to a registration or a log-in.
    public static Person of(Api api, Answer answer) {
        var user = answer.json().path("user");
        return new Person(
                api,
                UUID.fromString(user.path("id").asText()),
                user.path("email").asText(),
                answer.text("access_token"));
    }

    /// Logs in and returns the same person with the new session.
    public Person loggedInAgain() {
        return of(api, logIn().send().is(200));
    }

    /// Returns the same person with another session, which the test has inserted.
    public Person in(UUID session) {
        var forged = DecodedToken.of(token).claim("sid", "\"" + session + "\"");
        return new Person(api, id, email, forged.signed());
    }

    /// The id of this person's session.
    public UUID session() {
        return UUID.fromString(DecodedToken.of(token).claims().path("sid").asText());
    }

    /// Returns the log-in request without sending it.
    public Request logIn() {
        var json = "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, Api.PASSWORD);
        return api.request("POST", "/api/v1/auth/login").json(json);
    }

    /// Returns the same person and session with another API on the same database.
    public Person at(Api other) {
        return new Person(other, id, email, token);
    }

    public String tasks() {
        return "/api/v1/users/" + id + "/tasks";
    }

    public String task(UUID task) {
        return tasks() + "/" + task;
    }

    public Request request(String method, String path) {
        return api.request(method, path).as(this);
    }

    public Answer get(String path) {
        return request("GET", path).send();
    }

    public Answer post(String path, String json) {
        return request("POST", path).json(json).send();
    }

    public Answer put(String path, String json) {
        return request("PUT", path).json(json).send();
    }

    public Answer patch(String path, String json) {
        return request("PATCH", path).json(json).send();
    }

    public Answer delete(String path) {
        return request("DELETE", path).send();
    }

    public Answer create(String json) {
        return post(tasks(), json);
    }

    /// Creates a task with this `Idempotency-Key`.
    public Answer createWithKey(String key, String json) {
        return request("POST", tasks())
                .header("Idempotency-Key", key)
                .json(json)
                .send();
    }

    /// Sends a task's JSON by POST, PUT or PATCH. PUT and PATCH change a new task.
    public Answer write(String method, String json) {
        var path = method.equals("POST") ? tasks() : task(newTask("Buy milk"));
        return request(method, path).json(json).send();
    }

    /// Creates a task and returns its id.
    public UUID newTask(String title) {
        return create("{\"title\": \"%s\"}".formatted(title)).is(201).id();
    }
}
