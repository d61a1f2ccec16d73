package todo.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
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
import todo.testing.Request;

final class CrossOriginTest {
    private static final Person ALICE = Api.shared().newPerson();
    private static final String FRONT_END = "http://localhost:3000";

    static Stream<Request> requests() {
        return Stream.of(
                ALICE.request("GET", ALICE.tasks()),
                ALICE.request("POST", ALICE.tasks()).json("{\"title\": \"Buy milk\"}"),
                ALICE.request("POST", ALICE.tasks()).json("{"),
                ALICE.request("GET", ALICE.task(UUID.randomUUID())),
                Api.shared().request("GET", ALICE.tasks()),
                Api.shared().request("GET", ALICE.tasks()).bearer("nonsense"),
                ALICE.request("GET", "/api/v1/nothing"),
                ALICE.request("PUT", ALICE.tasks()));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void the_allowed_origin_may_read_every_response(Request request) {
        var answer = request.header("Origin", FRONT_END).send();

        assertThat(all(answer, "Access-Control-Allow-Origin")).isEqualTo(FRONT_END);
        assertThat(all(answer, "Access-Control-Allow-Credentials")).isEqualTo("true");
        assertThat(all(answer, "Access-Control-Expose-Headers")).contains("X-Request-Id");
        assertThat(all(answer, "Vary")).isEqualTo("Origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "http://localhost",
                "http://localhost:3001",
                "https://localhost:3000",
                "http://localhost:3000/",
                "http://LOCALHOST:3000",
                "http://localhost:3000.example.org",
                "http://example.org",
                "http://localhost:3000, http://example.org",
                "*",
                "",
            })
    void responses_to_other_origins_have_no_cors_headers(String origin) {
        var answer = ALICE.request("GET", ALICE.tasks())
                .header("Origin", origin)
                .send()
                .is(200);

        assertThat(answer.response().headers().map().keySet()).noneMatch(name -> name.startsWith("access-control-"));
        assertThat(all(answer, "Vary")).isEqualTo("Origin");
    }

    @Test
    void without_an_origin_the_response_has_vary_origin_only() {
        var answer = ALICE.get(ALICE.tasks());

        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(all(answer, "Vary")).isEqualTo("Origin");
    }

    @Test
    void the_exposed_headers_are_those_that_clients_need() {
        var answer =
                ALICE.request("GET", ALICE.tasks()).header("Origin", FRONT_END).send();

        assertThat(Arrays.asList(all(answer, "Access-Control-Expose-Headers").split(", ")))
                .containsExactlyInAnyOrder(
                        "ETag",
                        "Location",
                        "Link",
                        "Retry-After",
                        "X-Request-Id",
                        "X-Correlation-Id",
                        "RateLimit",
                        "RateLimit-Policy");
    }

    @Test
    void several_allowed_origins_each_get_their_own_cors_headers() {
        try (var api = Api.with(Map.of("ALLOWED_ORIGINS", "https://a.example.org, https://b.example.org"))) {
            for (var origin : new String[] {"https://a.example.org", "https://b.example.org"}) {
                var answer = ask(api, origin);
                assertThat(all(answer, "Access-Control-Allow-Origin")).isEqualTo(origin);
            }
            assertThat(ask(api, FRONT_END).header("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE"})
    void a_preflight_of_the_allowed_origin_needs_no_token(String method) {
        var answer = Api.shared()
                .request("OPTIONS", ALICE.task(UUID.randomUUID()))
                .header("Origin", FRONT_END)
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", "authorization,content-type,if-match")
                .send()
                .is(200);

        assertThat(all(answer, "Access-Control-Allow-Origin")).isEqualTo(FRONT_END);
        assertThat(all(answer, "Access-Control-Allow-Credentials")).isEqualTo("true");
        assertThat(all(answer, "Access-Control-Allow-Methods").split(",")).contains(method);
        assertThat(all(answer, "Access-Control-Allow-Headers").split(","))
                .contains("Authorization", "Content-Type", "If-Match", "If-None-Match", "Idempotency-Key");
    }

    @Test
    void a_preflight_of_another_origin_names_only_the_allowed_origin() {
        var answer = Api.shared()
                .request("OPTIONS", ALICE.tasks())
                .header("Origin", "http://example.org")
                .header("Access-Control-Request-Method", "POST")
                .send();

        assertThat(all(answer, "Access-Control-Allow-Origin")).isEqualTo(FRONT_END);
    }

    private static Answer ask(Api api, String origin) {
        return api.request("GET", ALICE.tasks())
                .as(ALICE)
                .header("Origin", origin)
                .send()
                .is(200);
    }

    private static String all(Answer answer, String header) {
        return String.join(" and ", answer.response().headers().allValues(header));
    }
}
