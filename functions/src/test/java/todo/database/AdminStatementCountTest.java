package todo.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Api;
import todo.testing.AppRole;
import todo.testing.People;
import todo.testing.Person;
import todo.testing.Request;
import todo.testing.Sql;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AdminStatementCountTest {
    private final AppRole role = AppRole.create("counted_admins", Map.of());
    private final Api api = Api.with(Map.of("DATABASE_URL", role.url()));
    private final Person admin = People.with("admin").at(api);

    @AfterAll
    void stop() {
        api.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/users",
                "/api/v1/users?role=admin&is_active=true&search=some&limit=1",
                "/api/v1/audit-events",
                "/api/v1/audit-events?event=log_in&since=2026-01-20T10:15:30Z&limit=1"
            })
    void a_list_is_one_statement_and_so_is_its_403(String list) {
        isOneStatement(admin.request("GET", list), 200);
        isOneStatement(People.with("user").at(api).request("GET", list), 403);
    }

    @Test
    void each_operation_on_a_user_is_one_statement() {
        var path = "/api/v1/users/" + People.with("admin").id();

        isOneStatement(admin.request("GET", path), 200);
        isOneStatement(change(path, "{\"role\": \"user\", \"is_active\": false}"), 200);
        isOneStatement(change(path, "{\"is_active\": true}"), 200);
        isOneStatement(admin.request("DELETE", path), 200);
    }

    @Test
    void each_refused_operation_on_a_user_is_one_statement() {
        var nobody = "/api/v1/users/" + UUID.randomUUID();
        isOneStatement(admin.request("GET", nobody), 404);
        isOneStatement(change(nobody, "{\"role\": \"user\"}"), 404);
        isOneStatement(admin.request("DELETE", nobody), 404);

        Sql.run("update users set role = 'user' where role = 'admin' and id <> ?", admin.id());
        isOneStatement(change("/api/v1/users/" + admin.id(), "{\"role\": \"user\"}"), 409);
    }

    @Test
    void an_invalid_request_causes_no_statement() {
        assertThat(role.statementsOf(change("/api/v1/users/" + admin.id(), "{}"), 400))
                .isZero();
        assertThat(role.statementsOf(admin.request("GET", "/api/v1/users?page=1"), 400))
                .isZero();
    }

    private Request change(String path, String json) {
        return admin.request("PATCH", path).json(json);
    }

    private void isOneStatement(Request request, Integer... statuses) {
        assertThat(role.statementsOf(request, statuses)).isOne();
    }
}
