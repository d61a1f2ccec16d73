package todo.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Person;

final class HeadersTest {
    private static final Person ALICE = Api.shared().newPerson();
    private static final UUID TASK = ALICE.newTask("Buy milk");
    private static final Map<String, String> SECURITY_HEADERS = Map.of(
            "Strict-Transport-Security", "max-age=63072000; includeSubDomains",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Content-Security-Policy", "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
            "Referrer-Policy", "no-referrer",
            "X-XSS-Protection", "0");

    /// Successes and errors of functions and of the gateway.
    static Stream<Answer> answers() {
        return Stream.of(
                ALICE.get(ALICE.task(TASK)).is(200),
                ALICE.get(ALICE.tasks()).is(200),
                ALICE.create("{\"title\": \"Buy milk\"}").is(201),
                ALICE.request("GET", ALICE.task(TASK))
                        .header("If-None-Match", "*")
                        .send()
                        .is(304),
                ALICE.create("{}").is(400),
                ALICE.create("{").is(400),
                Api.shared().get(ALICE.tasks()).is(401),
                Api.shared()
                        .request("GET", ALICE.tasks())
                        .bearer("nonsense")
                        .send()
                        .is(401),
                ALICE.get("/api/v1/users/" + UUID.randomUUID() + "/tasks").is(403),
                ALICE.get(ALICE.task(UUID.randomUUID())).is(404),
                ALICE.get("/api/v1/nothing").is(404),
                ALICE.create(" ".repeat(70_000)).is(413),
                ALICE.request("POST", ALICE.tasks()).body("x").send().is(415));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void every_response_has_the_security_headers(Answer answer) {
        SECURITY_HEADERS.forEach((name, value) ->
                assertThat(answer.response().headers().allValues(name)).as(name).isEqualTo(List.of(value)));
    }

    /// Clients send the token in the `Authorization` header only. Browsers never add it by themselves, unlike
    /// cookies.
    @ParameterizedTest
    @MethodSource("answers")
    void no_response_sets_a_cookie(Answer answer) {
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void every_response_has_a_request_id(Answer answer) {
        assertThat(answer.response().headers().allValues("X-Request-Id"))
                .singleElement()
                .satisfies(id -> assertThat(id).matches("[0-9a-f-]{36}"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void responses_are_not_cached_unless_they_have_an_etag(Answer answer) {
        var kept = answer.header("ETag").isPresent() ? "private, no-cache" : "no-store";

        assertThat(answer.response().headers().allValues("Cache-Control")).containsExactly(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "7f9c0a52-buy-milk", "A.b_c-1", "00000000-0000-0000-0000-000000000000"})
    void a_valid_correlation_id_is_returned(String id) {
        assertThat(correlated(id)).containsExactly(id);
    }

    @Test
    void a_correlation_id_has_up_to_128_characters() {
        assertThat(correlated("a".repeat(128))).hasSize(1);
        assertThat(correlated("a".repeat(129))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a,b", "a/b", "a\"b", "<script>", "{\"a\":1}", "a;b", "%0d%0aX: y"})
    void an_invalid_correlation_id_is_not_returned(String id) {
        assertThat(correlated(id)).isEmpty();
    }

    @Test
    void an_error_response_returns_the_correlation_id() {
        var answer = ALICE.request("GET", ALICE.task(UUID.randomUUID()))
                .header("X-Correlation-Id", "abc")
                .send()
                .is(404);

        assertThat(answer.header("X-Correlation-Id")).hasValue("abc");
    }

    @Test
    void json_has_the_content_type_application_json() {
        assertThat(ALICE.get(ALICE.tasks()).header("Content-Type")).hasValue("application/json");
    }

    private static List<String> correlated(String id) {
        var answer = ALICE.request("GET", ALICE.task(TASK))
                .header("X-Correlation-Id", id)
                .send();
        return answer.is(200).response().headers().allValues("X-Correlation-Id");
    }
}
