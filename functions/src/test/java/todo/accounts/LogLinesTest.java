package todo.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import todo.testing.Api;
import todo.testing.LogLines;

final class LogLinesTest {
    private final Api api = Api.shared();
    private final LogLines lines = LogLines.open();

    @AfterEach
    void stop() {
        lines.close();
    }

    @Test
    void a_database_that_is_not_there_is_named_by_its_sqlstate_to_the_log_alone() {
        var ada = api.newPerson();
        try (var lonely = Api.with(Map.of("DATABASE_URL", "postgres://todo_app:local@127.0.0.1:1/postgres"))) {
            assertThat(ada.at(lonely).get("/api/v1/users/me").is(503).text()).doesNotContain("08001");
        }

        assertThat(lines.text()).contains("\"error_code\":\"DATABASE_UNAVAILABLE\"", "\"sqlstate\":\"08001\"");
    }

    @Test
    void each_request_is_a_line_with_what_it_was_and_cost() {
        var answer = api.newPerson().get("/api/v1/users/me").is(200);

        assertThat(lines.of(answer))
                .singleElement()
                .asString()
                .contains("\"operation\":\"WhoAmI\"", "\"status\":200", "\"round_trips\":1", "\"duration_ms\":");
    }
}
