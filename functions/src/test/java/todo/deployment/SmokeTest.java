package todo.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import todo.testing.Api;
import todo.testing.Sql;

/// `.ci/smoke`, which decides whether a deployment stays.
@EnabledIf("pythonIsThere")
final class SmokeTest {
    static boolean pythonIsThere() {
        return Script.canRun("python3");
    }

    @Test
    void a_working_api_passes() {
        try (var api = Api.with(Map.of("ALLOWED_ORIGINS", "https://app.example.org"))) {
            var smoke = Script.run(Map.of(), "smoke", api.url().toString(), "https://app.example.org");

            assertThat(smoke.output()).doesNotContain("FAILED").contains("ok      the token is revoked");
            assertThat(smoke.exitStatus()).isZero();
        }
    }

    @Test
    void an_api_that_requires_a_verified_email_passes() {
        try (var api = Api.complete(Map.of("REQUIRE_VERIFIED_EMAIL", "true"))) {
            var smoke = Script.run(Map.of(), "smoke", api.url().toString());

            assertThat(smoke.output()).doesNotContain("FAILED").contains("ok      log in");
            assertThat(smoke.exitStatus()).isZero();
        }
    }

    @Test
    void it_leaves_no_account() {
        try (var api = Api.with(Map.of())) {
            Script.run(Map.of(), "smoke", api.url().toString());
        }

        assertThat(Sql.number("select count(*) from users where email like 'smoke-%'"))
                .isZero();
    }

    @Test
    void an_api_that_does_not_allow_the_front_ends_origin_fails() {
        try (var api = Api.with(Map.of())) {
            var smoke = Script.run(Map.of(), "smoke", api.url().toString(), "https://app.example.org");

            assertThat(smoke.output()).contains("FAILED  preflight request from https://app.example.org");
            assertThat(smoke.exitStatus()).isOne();
        }
    }

    @Test
    void an_api_without_a_database_fails() {
        try (var api = Api.with(Map.of("DATABASE_URL", "postgres://nobody:wrong@localhost:1/none"))) {
            var smoke =
                    Script.run(Map.of("SMOKE_SECONDS", "5"), "smoke", api.url().toString());

            assertThat(smoke.output()).contains("FAILED  GET /api/v1/health/db", "expected 200, got 503");
            assertThat(smoke.exitStatus()).isOne();
        }
    }

    @Test
    void an_api_whose_functions_fail_or_give_no_answer_fails() {
        try (var api = Api.failing((_, _, _) -> {}, Duration.ofSeconds(1))) {
            var smoke = Script.run(Map.of(), "smoke", api.url().toString());

            assertThat(smoke.output()).contains("FAILED  GET /api/v1/health", "FAILED  register");
            assertThat(smoke.exitStatus()).isOne();
        }
    }

    @Test
    void an_address_where_nothing_listens_fails() {
        var smoke = Script.run(Map.of(), "smoke", "http://127.0.0.1:1");

        assertThat(smoke.output()).contains("FAILED  the API answers in time");
        assertThat(smoke.exitStatus()).isOne();
    }
}
