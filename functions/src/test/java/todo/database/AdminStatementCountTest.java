package todo.database;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import todo.admin.ActiveAdmins;
import todo.testing.Api;
import todo.testing.AppRole;
import todo.testing.People;
import todo.testing.Person;
import todo.testing.Request;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Isolated("makes its user the only admin")
final class AdminStatementCountTest {
    private final AppRole role = AppRole.create("counted_admins", Map.of());
    private final StatementCounter statements = new StatementCounter(role);
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
        statements.expectOne(admin.request("GET", list), 200);
        statements.expectOne(People.with("user").at(api).request("GET", list), 403);
    }

    @Test
    void each_operation_on_a_user_is_one_statement() {
        var path = "/api/v1/users/" + People.with("admin").id();

        statements.expectOne(admin.request("GET", path), 200);
        statements.expectOne(change(path, "{\"role\": \"user\", \"is_active\": false}"), 200);
        statements.expectOne(change(path, "{\"is_active\": true}"), 200);
        statements.expectOne(admin.request("DELETE", path), 200);
    }

    @Test
    void each_refused_operation_on_a_user_is_one_statement() {
        var unknown = "/api/v1/users/" + UUID.randomUUID();
        statements.expectOne(admin.request("GET", unknown), 404);
        statements.expectOne(change(unknown, "{\"role\": \"user\"}"), 404);
        statements.expectOne(admin.request("DELETE", unknown), 404);

        ActiveAdmins.replaceBy(admin.id());
        statements.expectOne(change("/api/v1/users/" + admin.id(), "{\"role\": \"user\"}"), 409);
    }

    @Test
    void an_invalid_request_causes_no_statement() {
        statements.expectNone(change("/api/v1/users/" + admin.id(), "{}"), 400);
        statements.expectNone(admin.request("GET", "/api/v1/users?page=1"), 400);
    }

    private Request change(String path, String json) {
        return admin.request("PATCH", path).json(json);
    }
}
