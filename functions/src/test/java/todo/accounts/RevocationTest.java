package todo.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Api;
import todo.testing.Person;
import todo.testing.Sql;

/// Revocation takes effect on the next request, although the gateway caches the authorizer's answer.
final class RevocationTest {
    private static final String ME = "/api/v1/users/me";

    private final Person ada = Api.shared().newPerson();

    @BeforeEach
    void the_gateway_has_cached_the_authorization() {
        ada.get(ME).is(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from sessions where user_id = ?",
                "update sessions set expires_at = now() where user_id = ?",
                "update users set is_active = false where id = ?",
                "delete from users where id = ?"
            })
    void every_request_of_an_ended_session_answers_401(String end) {
        var task = ada.newTask("Buy milk");

        Sql.run(end, ada.id());

        for (var path : new String[] {ME, "/api/v1/auth/me", "/api/auth/me", ada.tasks(), ada.task(task)}) {
            var answer = ada.get(path).isProblem(401, "UNAUTHENTICATED");
            assertThat(answer.header("x-amzn-Remapped-WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
        }
        ada.post(ada.tasks(), "{\"title\": \"Buy more\"}").isProblem(401, "UNAUTHENTICATED");
        ada.patch(ada.task(task), "{\"completed\": true}").isProblem(401, "UNAUTHENTICATED");
        ada.put(ada.task(task), "{\"title\": \"Buy more\"}").isProblem(401, "UNAUTHENTICATED");
        ada.patch(ada.task(task) + "/complete", "").isProblem(401, "UNAUTHENTICATED");
        ada.delete(ada.task(task)).isProblem(401, "UNAUTHENTICATED");
        ada.post("/api/v1/auth/logout", "").isProblem(401, "UNAUTHENTICATED");
    }

    @Test
    void demotion_to_guest_forbids_changes_from_the_next_request() {
        var task = ada.newTask("Buy milk");

        Sql.run("update users set role = 'guest' where id = ?", ada.id());

        assertThat(ada.get(ME).is(200).text("role")).isEqualTo("guest");
        ada.get(ada.task(task)).is(200);
        ada.post(ada.tasks(), "{\"title\": \"Buy more\"}").isProblem(403, "FORBIDDEN");
        ada.delete(ada.task(task)).isProblem(403, "FORBIDDEN");
        ada.post("/api/v1/auth/logout", "").is(200);
    }

    @Test
    void demotion_from_admin_forbids_reading_others_tasks_from_the_next_request() {
        var bob = Api.shared().newPerson();
        var task = bob.newTask("Buy milk");
        Sql.run("update users set role = 'admin' where id = ?", ada.id());
        ada.get(bob.task(task)).is(200);

        Sql.run("update users set role = 'user' where id = ?", ada.id());

        ada.get(bob.task(task)).isProblem(403, "FORBIDDEN");
    }

    @Test
    void a_token_with_the_session_of_another_user_answers_401() {
        var bob = Api.shared().newPerson();
        Sql.run("update sessions set user_id = ? where user_id = ?", bob.id(), ada.id());

        ada.get(ME).isProblem(401, "UNAUTHENTICATED");
    }
}
