package todo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsTest {
    private static final String SECRET = "c2VjcmV0LXRva2VuLWtleS0wMTIzNDU2Nzg5YWJjZGVmZ2hpams";

    @Test
    void a_setting_that_is_missing_or_blank_has_its_default() {
        var settings = Settings.from(Map.of("RATE_LIMIT_USER", " "));

        assertThat(settings.stage()).isEqualTo("local");
        assertThat(settings.accessTokenTtl()).hasDays(7);
        assertThat(settings.registrationLimit().limit()).isEqualTo(5);
        assertThat(settings.logInLimit().limit()).isEqualTo(10);
        assertThat(settings.userLimit().limit()).isEqualTo(600);
        assertThat(settings.lockout().failures()).isEqualTo(5);
        assertThat(settings.lockout().duration()).hasMinutes(15);
        assertThat(settings.origins().allowed()).containsExactly("http://localhost:3000");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ACCESS_TOKEN_TTL           | 7d       | must be an ISO-8601 duration from PT1S to P365D, such as PT30M
            ACCESS_TOKEN_TTL           | PT0S     | must be an ISO-8601 duration from PT1S to P365D, such as PT30M
            ACCESS_TOKEN_TTL           | -PT1H    | must be an ISO-8601 duration from PT1S to P365D, such as PT30M
            ACCESS_TOKEN_TTL           | P366D    | must be an ISO-8601 duration from PT1S to P365D, such as PT30M
            LOCKOUT_DURATION           | 15       | must be an ISO-8601 duration from PT1S to P365D, such as PT30M
            LOCKOUT_FAILURES           | 0        | must be from 1 to 1000
            LOCKOUT_FAILURES           | five     | must be a whole number
            RATE_LIMIT_REGISTER        | -1       | must be from 0 to 6000
            RATE_LIMIT_REGISTER        | 5.0      | must be a whole number
            RATE_LIMIT_LOGIN           | 10/min   | must be a whole number
            RATE_LIMIT_USER            | 6001     | must be from 0 to 6000
            RATE_LIMIT_USER            | 99999999999 | must be a whole number
            AWS_LAMBDA_MAX_CONCURRENCY | 0        | must be from 1 to 1000
            ALLOWED_ORIGINS            | *        | must be origins such as https://todo.example.org, comma-separated
            ALLOWED_ORIGINS            | todo.example.org | must be origins such as https://todo.example.org, comma-separated
            ALLOWED_ORIGINS            | https://todo.example.org/ | must be origins such as https://todo.example.org, comma-separated
            ALLOWED_ORIGINS            | https://todo.example.org, | must be origins such as https://todo.example.org, comma-separated
            ALLOWED_ORIGINS            | https://Todo.example.org | must be origins such as https://todo.example.org, comma-separated
            STAGE                      | my stage | must have 1 to 128 letters, digits, _ or -
            """)
    void an_invalid_setting_stops_the_start_with_its_name_and_the_expected_form(
            String name, String value, String message) {
        assertThatIllegalStateException()
                .isThrownBy(() -> Settings.from(Map.of(name, value)))
                .withMessage(name + " " + message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://todo.example.org", "http://localhost:3000, https://a.b-c.org:8443", "http://[::1]:80"})
    void allowed_origins_are_a_comma_separated_list(String list) {
        assertThat(Settings.from(Map.of("ALLOWED_ORIGINS", list)).origins().allowed())
                .containsExactlyInAnyOrder(list.split(", ", -1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                SECRET,
                "a:" + SECRET + ",",
                "a:" + SECRET + ",a:" + SECRET,
                "a b:" + SECRET,
                ":" + SECRET,
                "a:" + SECRET + ":b",
                "a:" + SECRET + "!",
                "a:c2VjcmV0LXRva2VuLWtleS0wMTIzNDU2Nzg5YWJjZA",
                "a:" + SECRET + ",b:c2VjcmV0",
                "a:YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFh",
                "a:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void weak_or_malformed_token_keys_stop_the_start_and_are_not_quoted(String keys) {
        assertThatThrownBy(() -> App.with(settings("TOKEN_KEYS", keys)).tokens())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("TOKEN_KEYS ")
                .hasMessageNotContaining("c2VjcmV0")
                .hasStackTraceContaining("must");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", SECRET, "a:" + SECRET + ",a:" + SECRET, "a:c2VjcmV0"})
    void weak_or_malformed_keys_of_second_factors_stop_the_start_and_are_not_quoted(String keys) {
        assertThatThrownBy(() -> App.with(settings("TOTP_KEYS", keys)).secondFactors())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("TOTP_KEYS ")
                .hasMessageNotContaining("c2VjcmV0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "mysql://todo:hunter2@localhost/todo",
                "postgres://localhost/todo",
                "postgres://todo:hunter2@/todo",
                "postgres://todo:hunter2 @localhost/todo",
                "jdbc:mysql://localhost/todo?password=hunter2"
            })
    void an_invalid_database_url_stops_the_start_and_is_not_quoted(String url) {
        assertThatThrownBy(() -> App.with(settings("DATABASE_URL", url)).accounts())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("DATABASE_URL ")
                .hasMessageContaining("must")
                .hasMessageNotContaining("hunter2")
                .hasNoCause();
    }

    @Test
    void a_trailing_line_break_is_not_part_of_a_value() {
        var settings = Settings.from(Map.of(
                "DATABASE_URL", "postgres://todo:hunter2@localhost/todo\n",
                "TOKEN_KEYS", "a:" + SECRET + "\n",
                "STAGE", "trial\n",
                "RATE_LIMIT_USER", "7\n"));

        assertThat(settings.databaseUrl().value().jdbc()).isEqualTo("jdbc:postgresql://localhost/todo");
        assertThat(settings.stage()).isEqualTo("trial");
        assertThat(settings.userLimit().limit()).isEqualTo(7);
    }

    @Test
    void no_settings_object_prints_a_secret() {
        var settings = settings("TOKEN_KEYS", "a:" + SECRET);

        assertThat(settings.toString() + settings.variables() + settings.tokenKeys() + settings.databaseUrl())
                .doesNotContain(SECRET, "hunter2");
    }

    private static Settings settings(String name, String value) {
        var environment = new HashMap<>(Map.of("DATABASE_URL", "postgres://todo:hunter2@localhost/todo"));
        environment.put(name, value);
        return Settings.from(environment);
    }
}
