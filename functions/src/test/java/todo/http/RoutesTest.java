package todo.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import todo.testing.Api;
import todo.testing.Person;

final class RoutesTest {
    private static final Person ALICE = Api.shared().newPerson();

    @ParameterizedTest
    @CsvSource({
        "GET, /",
        "GET, /api",
        "GET, /api/v1",
        "GET, /api/v2/users/{user}/tasks",
        "GET, /api/v1/users/{user}/task",
        "GET, /api/v1/users/{user}/todos",
        "GET, /api/v1/users/{user}/tasks/{task}/complete",
        "GET, /api/v1/users/{user}/tasks/{task}/more",
        "PATCH, /api/v1/users/{user}/tasks/{task}/complete/more",
        "GET, /api/V1/users/{user}/tasks",
        "GET, /api/v1//users/{user}/tasks",
        "GET, /API/v1/users/{user}/tasks",
        "PUT, /api/v1/users/{user}/tasks",
        "DELETE, /api/v1/users/{user}/tasks",
        "POST, /api/v1/users/{user}/tasks/{task}",
        "POST, /api/v1/users/{user}/tasks/{task}/complete",
        "GET, /api/v1/auth/login",
        "PROPFIND, /api/v1/users/{user}/tasks",
        "get, /api/v1/users/{user}/tasks",
        "TRACE, /api/v1/users/{user}/tasks",
        "TRACE, /health",
        "GET, /.git/config",
        "GET, /.env",
        "GET, /template.yaml",
    })
    void an_unknown_route_answers_404_with_or_without_a_token(String method, String template) {
        var path = template.replace("{user}", ALICE.id().toString())
                .replace("{task}", UUID.randomUUID().toString());

        ALICE.request(method, path).send().isProblem(404, "ROUTE_NOT_FOUND");
        Api.shared().request(method, path).send().isProblem(404, "ROUTE_NOT_FOUND");
    }

    @Test
    void head_answers_404_without_a_body() {
        var answer = ALICE.request("HEAD", ALICE.tasks()).send().is(404);

        assertThat(answer.text()).isEmpty();
    }

    @Test
    void a_path_may_start_with_the_stage() {
        var answer = ALICE.post("/local" + ALICE.tasks(), "{\"title\": \"Buy milk\"}")
                .is(201);

        assertThat(answer.header("Location")).hasValue("/local" + ALICE.task(answer.id()));
        ALICE.get("/local" + ALICE.task(answer.id())).is(200);
    }

    @ParameterizedTest
    @CsvSource({"?limit=0", "?limit=0&search=secret", "/?limit=0"})
    void a_problem_contains_the_path_without_the_query(String query) {
        var answer = ALICE.get(ALICE.tasks() + query).isInvalid("limit INVALID_VALUE");

        assertThat(answer.text("path")).startsWith(ALICE.tasks()).doesNotContain("?");
        assertThat(answer.text()).doesNotContain("secret");
    }

    @Test
    void a_problem_of_the_gateway_contains_the_path_without_the_query() {
        var answer = ALICE.get("/api/v1/nothing?search=secret").isProblem(404, "ROUTE_NOT_FOUND");

        assertThat(answer.text("path")).isEqualTo("/api/v1/nothing");
        assertThat(answer.text()).doesNotContain("secret");
    }
}
