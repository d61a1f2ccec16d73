package todo.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Person;
import todo.testing.Sql;

/// The exact problem document of every error, except for timestamp and request id.
final class ProblemTest {
    private static final Person ALICE = Api.shared().newPerson();
    private static final String ME = "/api/v1/users/me";
    private static final String LOG_IN = "/api/v1/auth/login";

    @Test
    void an_invalid_request() {
        var answer = ALICE.post(ALICE.tasks(), "{\"title\": \"\", \"colour\": 1}");

        var detail = "Title must not be empty; Colour is not a known field";
        var expected = expected(400, "VALIDATION_ERROR", detail, ALICE.tasks());
        expected.putArray("errors")
                .add(violation("title", "TOO_SHORT", "Title must not be empty"))
                .add(violation("colour", "UNKNOWN_FIELD", "Colour is not a known field"));
        assertThat(constant(answer)).isEqualTo(expected);
    }

    @Test
    void a_malformed_body() {
        assertProblem(
                ALICE.post(ALICE.tasks(), "{"),
                400,
                "MALFORMED_BODY",
                "The body must be one JSON object",
                ALICE.tasks());
    }

    @Test
    void a_missing_token_and_one_of_an_ended_session() {
        var detail = "A valid access token is required";
        assertProblem(Api.shared().get(ME), 401, "UNAUTHENTICATED", detail, ME);

        var bob = ALICE.loggedInAgain();
        bob.request("POST", "/api/v1/auth/logout").send().is(200);
        assertProblem(bob.get(ME), 401, "UNAUTHENTICATED", detail, ME);
    }

    @Test
    void wrong_credentials_an_inactive_account_and_a_locked_one() {
        var api = Api.shared();
        var bob = api.newPerson();
        assertProblem(api.logIn(bob.email(), "wrong"), 401, "INVALID_CREDENTIALS", "The credentials are wrong", LOG_IN);

        Sql.run("update users set is_active = false where id = ?", bob.id());
        assertProblem(
                api.logIn(bob.email(), Api.PASSWORD), 403, "ACCOUNT_INACTIVE", "This account is deactivated", LOG_IN);

        try (var strict = Api.with(Map.of("LOCKOUT_FAILURES", "1"))) {
            strict.logIn(bob.email(), "wrong").is(401);
            var detail = "Too many failed log-ins: try again later";
            assertProblem(strict.logIn(bob.email(), Api.PASSWORD), 429, "ACCOUNT_LOCKED", detail, LOG_IN);
        }
    }

    @Test
    void a_forbidden_and_an_unknown_resource() {
        var path = "/api/v1/users/" + UUID.randomUUID() + "/tasks";
        assertProblem(ALICE.get(path), 403, "FORBIDDEN", "You may not do this", path);

        var task = ALICE.task(UUID.randomUUID());
        assertProblem(ALICE.get(task), 404, "TASK_NOT_FOUND", "There is no such task", task);
        assertProblem(ALICE.get("/api/nowhere"), 404, "ROUTE_NOT_FOUND", "There is no such route", "/api/nowhere");
    }

    @Test
    void a_taken_email_and_a_taken_username() {
        var path = "/api/v1/auth/register";
        var name = "u" + UUID.randomUUID().toString().substring(0, 12);
        Sql.run("update users set username = ? where id = ?", name, ALICE.id());

        assertProblem(register(ALICE.email(), "other"), 409, "EMAIL_TAKEN", "This email is already registered", path);
        assertProblem(register(Api.newEmail(), name), 409, "USERNAME_TAKEN", "This username is already taken", path);
    }

    @Test
    void a_version_conflict_and_a_reused_idempotency_key() {
        var task = ALICE.task(ALICE.newTask("Buy milk"));
        var stale = ALICE.request("DELETE", task).header("If-Match", "\"7\"").send();
        assertProblem(stale, 412, "VERSION_CONFLICT", "The task has changed since the version you sent", task);

        var key = UUID.randomUUID().toString();
        var creation = ALICE.request("POST", ALICE.tasks()).header("Idempotency-Key", key);
        creation.json("{\"title\": \"one\"}").send().is(201);
        var again = creation.json("{\"title\": \"other\"}").send();
        var detail = "This idempotency key was used for another request";
        assertProblem(again, 422, "IDEMPOTENCY_KEY_REUSED", detail, ALICE.tasks());
    }

    @Test
    void a_body_that_is_too_large_or_of_another_media_type() {
        var large = ALICE.post(ALICE.tasks(), "{\"title\": \"" + "x".repeat(65_536) + "\"}");
        assertProblem(large, 413, "BODY_TOO_LARGE", "The body must have at most 65536 bytes", ALICE.tasks());

        var plain = ALICE.request("POST", ALICE.tasks()).body("{}").header("Content-Type", "text/plain");
        var detail = "The body must be sent as application/json in UTF-8";
        assertProblem(plain.send(), 415, "UNSUPPORTED_MEDIA_TYPE", detail, ALICE.tasks());
    }

    @Test
    void too_many_requests() {
        try (var strict = Api.with(Map.of("RATE_LIMIT_USER", "1"))) {
            var bob = Api.shared().newPerson().at(strict);
            bob.get(ME).is(200);
            assertProblem(bob.get(ME), 429, "RATE_LIMITED", "Too many requests: try again later", ME);
        }
    }

    @Test
    void an_unreachable_database() {
        try (var unreachable = Api.with(Map.of("DATABASE_URL", "postgres://todo_app:local@127.0.0.1:1/postgres"))) {
            var detail = "The database can't be reached: try again later";
            assertProblem(ALICE.at(unreachable).get(ME), 503, "DATABASE_UNAVAILABLE", detail, ME);
        }
    }

    private static Answer register(String email, String username) {
        return Api.shared()
                .register("{\"email\": \"%s\", \"username\": \"%s\", \"password\": \"%s\"}"
                        .formatted(email, username, Api.PASSWORD));
    }

    private static void assertProblem(Answer answer, int status, String code, String detail, String path) {
        answer.isProblem(status, code);
        assertThat(constant(answer)).isEqualTo(expected(status, code, detail, path));
    }

    private static ObjectNode expected(int status, String code, String detail, String path) {
        return new ObjectMapper()
                .createObjectNode()
                .put("type", "/docs#errors/" + code)
                .put("detail", detail)
                .put("error_code", code)
                .put("path", path)
                .put("status_code", status);
    }

    private static ObjectNode violation(String field, String code, String message) {
        return new ObjectMapper()
                .createObjectNode()
                .put("field", field)
                .put("code", code)
                .put("message", message);
    }

    private static ObjectNode constant(Answer answer) {
        var problem = (ObjectNode) answer.json();
        problem.remove("timestamp");
        problem.remove("request_id");
        return problem;
    }
}
