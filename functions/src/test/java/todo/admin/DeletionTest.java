package todo.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Burst;
import todo.testing.People;
import todo.testing.Person;
import todo.testing.Sql;

final class DeletionTest {
    private static final Person ADMIN = People.with("admin");

    private final Person ada = Api.shared().newPerson();
    private final String path = "/api/v1/users/" + ada.id();

    @Test
    void with_a_user_goes_all_that_is_the_users() {
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

    @Test
    void what_its_user_does_at_that_moment_is_done_before_or_refused() {
        for (var round = 0; round < 3; round++) {
            var bob = People.with("user");
            var task = bob.task(bob.newTask("Buy milk"));

            var answers = Burst.of(9, number -> switch (number) {
                case 4 -> ADMIN.delete("/api/v1/users/" + bob.id());
                case 2, 6 -> bob.patch(task, "{\"title\": \"Buy bread\"}");
                default -> bob.create("{\"title\": \"Buy tea\"}");
            });

            assertThat(answers)
                    .extracting(Answer::outcome)
                    .isSubsetOf("200", "201", "401 UNAUTHENTICATED", "404 TASK_NOT_FOUND", "503 DATABASE_UNAVAILABLE");
            assertThat(ADMIN.delete("/api/v1/users/" + bob.id()).status()).isIn(200, 404);
            assertThat(Sql.number("select count(*) from tasks where user_id = ?", bob.id()))
                    .isZero();
        }
    }
}
