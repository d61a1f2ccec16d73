package todo.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.Api.PASSWORD;
import static todo.testing.Api.newEmail;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.AppRole;
import todo.testing.Person;
import todo.testing.Sql;

/// The answer to a failed log-in does not tell why it failed.
@TestInstance(Lifecycle.PER_CLASS)
final class InvalidCredentialsTest {
    private final AppRole role = AppRole.create("failing_log_ins", Map.of());
    private final Api api = Api.with(Map.of("DATABASE_URL", role.url(), "LOCKOUT_FAILURES", "100"));
    private final Person ada = api.newPerson();
    private final Person inactive = api.newPerson();
    private final Answer wrongPassword = api.logIn(ada.email(), "wrong");

    @BeforeAll
    void deactivate_one_account() {
        Sql.run("update users set is_active = false where id = ?", inactive.id());
    }

    @AfterAll
    void stop() {
        api.close();
    }

    /// Each has an email or username, and a password.
    List<String[]> failures() {
        return List.of(
                new String[] {ada.email(), "wrong"},
                new String[] {inactive.email(), "wrong"},
                new String[] {newEmail(), PASSWORD},
                new String[] {UUID.randomUUID().toString(), PASSWORD},
                new String[] {ada.email(), ""},
                new String[] {newEmail(), ""},
                new String[] {ada.email(), "x".repeat(60_000)},
                new String[] {"x".repeat(60_000) + newEmail(), PASSWORD},
                new String[] {"", PASSWORD});
    }

    @ParameterizedTest
    @MethodSource("failures")
    void every_failed_log_in_answers_the_same_but_for_timestamp_and_request_id(String name, String password) {
        var answer = api.logIn(name, password).isProblem(401, "INVALID_CREDENTIALS");

        assertThat(answer.stableText()).isEqualTo(wrongPassword.stableText());
        assertThat(headers(answer)).isEqualTo(headers(wrongPassword));
        assertThat(answer.header("x-amzn-Remapped-WWW-Authenticate")).hasValue("Bearer");
    }

    @ParameterizedTest
    @MethodSource("failures")
    void every_failed_log_in_executes_the_same_statements(String name, String password) {
        var reservations = statements("insert into attempts");
        var all = statements("");

        api.logIn(name, password).isProblem(401, "INVALID_CREDENTIALS");

        assertThat(statements("insert into attempts")).isEqualTo(reservations + 1);
        assertThat(statements("")).isEqualTo(all + 2);
    }

    @Test
    void a_log_in_to_a_deactivated_account_answers_403_only_with_the_right_password() {
        api.logIn(inactive.email(), PASSWORD).isProblem(403, "ACCOUNT_INACTIVE");

        assertThat(Sql.number("select count(*) from sessions where user_id = ?", inactive.id()))
                .isEqualTo(1);
    }

    /// How many statements with this text the functions have executed.
    private long statements(String part) {
        return Sql.number("""
                select coalesce(sum(calls), 0) from pg_stat_statements
                where userid = ?::regrole and query like '%' || ? || '%' and query not like '%pg_prepared_statements%'
                """, role.name(), part);
    }

    private static Map<String, List<String>> headers(Answer answer) {
        var headers = new TreeMap<>(answer.response().headers().map());
        headers.keySet().removeAll(List.of("x-request-id", "x-amzn-requestid", "x-amz-apigw-id", "date"));
        return headers;
    }
}
