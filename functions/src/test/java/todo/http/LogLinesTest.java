package todo.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import todo.testing.AccountClient;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.AppRole;
import todo.testing.LogLines;
import todo.testing.Person;
import todo.testing.Sql;

@Isolated("reads the log of the whole process")
final class LogLinesTest {
    private final Person ada = AccountClient.ofNewUser().person();
    private final LogLines lines = LogLines.open();

    @AfterEach
    void stop() {
        lines.close();
    }

    @Test
    void each_request_is_logged_with_user_route_status_and_durations() {
        var start = System.nanoTime();
        var answer = ada.get(AccountClient.ME).is(200);
        var elapsed = (System.nanoTime() - start) / 1e6;

        assertThat(lines.of(answer)).singleElement().satisfies(line -> {
            assertThat(line.path("event").asText()).isEqualTo("request");
            assertThat(line.path("operation").asText()).isEqualTo("WhoAmI");
            assertThat(line.path("route").asText()).isEqualTo("GET /api/v1/users/me");
            assertThat(line.path("status").asInt()).isEqualTo(200);
            assertThat(line.path("round_trips").asInt()).isOne();
            assertThat(line.path("user_id").asText()).isEqualTo(ada.id().toString());
            assertThat(line.path("session_id").asText()).isEqualTo(ada.session().toString());
            assertThat(line.path("duration_ms").asDouble())
                    .isGreaterThan(line.path("database_ms").asDouble())
                    .isLessThan(elapsed);
        });
    }

    @Test
    void an_unauthenticated_request_is_logged_without_a_user() {
        Sql.run("delete from sessions where id = ?", ada.session());

        var answer = ada.get(AccountClient.ME).is(401);

        assertThat(lines.of(answer)).singleElement().satisfies(line -> {
            assertThat(line.path("error_code").asText()).isEqualTo("UNAUTHENTICATED");
            assertThat(line.has("user_id")).isFalse();
            assertThat(line.has("session_id")).isFalse();
        });
    }

    @Test
    void every_line_has_its_time_in_utc_and_a_level() {
        ada.get(AccountClient.ME).is(200);
        try (var unreachable = Api.with(Map.of("DATABASE_URL", "postgres://todo_app:local@127.0.0.1:1/postgres"))) {
            ada.at(unreachable).get(AccountClient.ME).is(503);
        }
        try (var strict = Api.with(Map.of("LOCKOUT_FAILURES", "1"))) {
            strict.logIn(Api.newEmail(), "wrong").is(401);
        }
        assertThat(lines.all())
                .allSatisfy(line -> assertThat(line.path("time").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z"))
                .extracting(line ->
                        line.path("level").asText() + " " + line.path("event").asText())
                .contains("info request", "error request", "warn database_unreachable", "warn lock_out")
                .allMatch(line -> line.matches("(info|warn|error) \\w+"));
    }

    /// The gateway's access log names the user of invalid requests as well.
    @Test
    void a_refused_request_is_logged_with_its_error_code_and_a_live_session_with_its_user() {
        assertThat(logged(ada.patch(AccountClient.ME, "{\"role\": \"admin\"}"))).startsWith("400 VALIDATION_ERROR");
        assertThat(logged(ada.get("/api/v1/users"))).isEqualTo("403 FORBIDDEN " + ada.id());
        try (var strict = Api.with(Map.of("RATE_LIMIT_USER", "1"))) {
            ada.at(strict).get(AccountClient.ME);
            assertThat(logged(ada.at(strict).get(AccountClient.ME))).isEqualTo("429 RATE_LIMITED " + ada.id());
        }
    }

    @Test
    void a_bug_has_a_log_line_of_its_own_with_the_correlation_id() {
        var role = AppRole.create("helpless", Map.of());
        Sql.run("revoke todo_app from " + role.name());
        try (var withoutPrivileges = Api.with(Map.of("DATABASE_URL", role.url()))) {
            var answer = ada.at(withoutPrivileges)
                    .request("GET", AccountClient.ME)
                    .header("X-Correlation-Id", "engine-1")
                    .send()
                    .isProblem(500, "INTERNAL_ERROR");

            assertThat(lines.of(answer))
                    .hasSize(2)
                    .allSatisfy(line ->
                            assertThat(line.path("correlation_id").asText()).isEqualTo("engine-1"));
            assertThat(lines.of(answer).getFirst().path("failures")).isNotEmpty();
            assertThat(lines.of(answer).getLast().path("error").asInt()).isOne();
        }
    }

    @Test
    void the_sqlstate_of_an_unreachable_database_is_logged_but_not_returned() {
        try (var unreachable = Api.with(Map.of("DATABASE_URL", "postgres://todo_app:local@127.0.0.1:1/postgres"))) {
            var answer = ada.at(unreachable).get(AccountClient.ME).is(503);

            assertThat(answer.text()).doesNotContain("08001");
            assertThat(lines.of(answer).getFirst().path("error_code").asText()).isEqualTo("DATABASE_UNAVAILABLE");
            assertThat(lines.of(answer).getFirst().path("sqlstate").asText()).isEqualTo("08001");
        }
    }

    private String logged(Answer answer) {
        var line = lines.of(answer).getFirst();
        return "%s %s %s"
                .formatted(
                        line.path("status").asText(),
                        line.path("error_code").asText(),
                        line.path("user_id").asText());
    }
}
