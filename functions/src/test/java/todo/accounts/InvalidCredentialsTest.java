package todo.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.Api.PASSWORD;
import static todo.testing.Api.newEmail;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Person;
import todo.testing.Sql;

/// A log-in that fails says nothing of why.
@TestInstance(Lifecycle.PER_CLASS)
final class InvalidCredentialsTest {
    private final Api api = Api.shared();
    private final Person ada = api.newPerson();
    private final Person gone = api.newPerson();
    private final Answer known = api.logIn(newEmail(), "wrong");

    @BeforeAll
    void one_account_is_deactivated() {
        Sql.run("update users set is_active = false where id = ?", gone.id());
        Sql.run("create extension if not exists pg_stat_statements");
    }

    @BeforeEach
    void nothing_has_failed() {
        Sql.run("delete from attempts");
    }

    /// Each a name and a password.
    List<String[]> failures() {
        return List.of(
                new String[] {ada.email(), "wrong"},
                new String[] {gone.email(), "wrong"},
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
    void failures_differ_in_no_byte(String name, String password) {
        var answer = api.logIn(name, password).isProblem(401, "INVALID_CREDENTIALS");

        assertThat(timeless(answer.text())).isEqualTo(timeless(known.text()));
        assertThat(headers(answer)).isEqualTo(headers(known));
        assertThat(answer.header("x-amzn-Remapped-WWW-Authenticate")).hasValue("Bearer");
    }

    @ParameterizedTest
    @MethodSource("failures")
    void failures_ask_the_database_the_same(String name, String password) {
        Sql.number("select 1 from pg_stat_statements_reset()");

        api.logIn(name, password).isProblem(401, "INVALID_CREDENTIALS");

        assertThat(Sql.texts("""
                select calls || ' ' || case when query ~ 'insert into attempts' then 'reserve' else 'fail' end
                from pg_stat_statements where userid = 'todo_app'::regrole order by 1 desc""")).containsExactly("1 reserve", "1 fail");
    }

    @Test
    void only_the_right_password_learns_that_an_account_is_deactivated() {
        api.logIn(gone.email(), PASSWORD).isProblem(403, "ACCOUNT_INACTIVE");

        assertThat(Sql.number("select count(*) from sessions where user_id = ?", gone.id()))
                .isEqualTo(1);
    }

    private static String timeless(String problem) {
        return problem.replaceAll("\"(timestamp|request_id)\":\"[^\"]+\"", "");
    }

    private static Map<String, List<String>> headers(Answer answer) {
        var headers = new TreeMap<>(answer.response().headers().map());
        headers.keySet().removeAll(List.of("x-request-id", "x-amzn-requestid", "x-amz-apigw-id", "date"));
        return headers;
    }
}
