package todo.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import todo.testing.Api;
import todo.testing.People;
import todo.testing.Person;
import todo.testing.Sql;

final class DeletionTest {
    private static final Person ADMIN = People.with("admin");

    private final Person ada = Api.shared().newPerson();
    private final String path = "/api/v1/users/" + ada.id();

    @Test
    void deleting_a_user_deletes_everything_that_belongs_to_it() {
        ada.newTask("Buy milk");
        ada.delete(ada.task(ada.newTask("Buy bread"))).is(200);
        ada.request("POST", ada.tasks())
                .header("Idempotency-Key", "one")
                .json("{\"title\": \"Buy tea\"}")
                .send()
                .is(201);

        var answer = ADMIN.delete(path).is(200);

        assertThat(answer.text("deleted_id")).isEqualTo(ada.id().toString());
        assertThat(answer.text("message")).isEqualTo("User deleted successfully");
        for (var table : new String[] {"sessions", "tasks", "task_feeds", "tombstones", "idempotency_keys"}) {
            assertThat(Sql.number("select count(*) from " + table + " where user_id = ?", ada.id()))
                    .as(table)
                    .isZero();
        }
        ada.get("/api/v1/users/me").isProblem(401, "UNAUTHENTICATED");
        ada.logIn().send().isProblem(401, "INVALID_CREDENTIALS");
        ADMIN.delete(path).isProblem(404, "USER_NOT_FOUND");
    }
}
