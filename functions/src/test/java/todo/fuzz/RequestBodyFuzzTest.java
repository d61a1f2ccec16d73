package todo.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.BeforeAll;
import todo.json.Json;

/// Every form that reads a body. The first line is the route, the rest is the body.
final class RequestBodyFuzzTest {
    @BeforeAll
    static void start() {
        FunctionCall.start();
    }

    @FuzzTest
    void any_body_is_served_or_refused_and_a_stored_title_is_the_one_sent(byte[] input) {
        var lines = Lines.of(input, 2);
        var call = FunctionCall.of(FunctionCall.routes("POST", "PUT", "PATCH", "DELETE"), lines.text(0));

        var answer = call.body(lines.text(1)).send().isServedOrRefused();

        if (answer.status() == 201 && call.route().path().matches(".*/(tasks|todos)")) {
            var sent = Json.object(lines.text(1)).orElseThrow().path("title").textValue();
            var stored = answer.json().path("title").textValue();
            assertThat(sent).contains(stored);
            assertThat(sent.replace(stored, "")).isBlank();
        }
    }
}
