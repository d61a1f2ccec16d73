package todo.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static todo.testing.Api.PASSWORD;
import static todo.testing.Api.newEmail;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import todo.database.DatabaseUrl;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Sql;

final class AuditTest {
    private final Api api = Api.shared();

    @Test
    void registration_log_ins_and_log_outs_are_recorded_in_order() {
        var ada = api.newPerson();
        api.logIn(ada.email(), "wrong").is(401);
        api.logIn(ada.email(), PASSWORD).is(200);
        ada.request("POST", "/api/v1/auth/logout").send().is(200);
        Sql.run("update users set is_active = false where id = ?", ada.id());
        api.logIn(ada.email(), PASSWORD).is(403);

        assertThat(Sql.texts("select event from audit_events where user_id = ? order by id", ada.id()))
                .containsExactly("register", "log_in_failed", "log_in", "log_out", "log_in_refused");
        assertThat(Sql.texts("select distinct ip from audit_events where user_id = ?", ada.id()))
                .containsExactly("127.0.0.1");
    }

    @Test
    void each_event_has_the_request_id() {
        var email = newEmail();
        var failure = api.logIn(email, "wrong").is(401);
        var success = api.register(RegisterTest.signUp(email, "")).is(201);

        assertThat(events(failure)).containsExactly("log_in_failed of nobody");
        assertThat(events(success))
                .containsExactly("register of " + success.json().at("/user/id").asText());
    }

    @Test
    void the_failure_that_locks_an_account_records_a_lockout() {
        try (var strict = Api.with(Map.of("LOCKOUT_FAILURES", "2"))) {
            var ada = strict.newPerson();

            var first = strict.logIn(ada.email(), "wrong").is(401);
            var second = strict.logIn(ada.email(), "wrong").is(401);
            var third = strict.logIn(ada.email(), "wrong").is(429);

            assertThat(events(first)).containsExactly("log_in_failed of " + ada.id());
            assertThat(events(second)).containsExactly("lockout of " + ada.id(), "log_in_failed of " + ada.id());
            assertThat(events(third)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_events set event = 'nothing'",
                "delete from audit_events",
                "truncate audit_events",
                "drop table audit_events",
                "alter table audit_events add column excuse text",
                "create table elsewhere (id int)",
                "select * from flyway_schema_history"
            })
    void the_functions_role_cannot_change_the_audit_trail_or_the_schema(String statement) throws SQLException {
        var url = DatabaseUrl.parse(Api.database().url());
        try (var connection = DriverManager.getConnection(url.jdbc(), url.properties());
                var asked = connection.createStatement()) {
            assertThatThrownBy(() -> asked.execute(statement))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refusal -> assertThat(refusal.getSQLState()).isEqualTo("42501"));
        }
    }

    private static List<String> events(Answer answer) {
        return Sql.texts(
                "select event || ' of ' || coalesce(user_id::text, 'nobody') from audit_events where request_id = ? order by 1",
                answer.header("X-Request-Id").orElseThrow());
    }
}
