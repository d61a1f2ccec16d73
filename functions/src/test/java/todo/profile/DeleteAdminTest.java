package todo.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.Api.PASSWORD;

import java.util.List;
import org.junit.jupiter.api.Test;
import todo.testing.AccountClient;
import todo.testing.Answer;
import todo.testing.Burst;
import todo.testing.People;
import todo.testing.Sql;

/// Somebody can always administer, also when admins delete themselves.
final class DeleteAdminTest {
    @Test
    void the_last_active_admin_stays_and_loses_no_try() {
        demoteAll();
        var admin = AccountClient.withRole("admin");
        for (var time = 0; time < 6; time++) {
            admin.delete(PASSWORD).isProblem(409, "LAST_ADMIN");
        }
        assertThat(Sql.texts(
                        "select event from audit_events where user_id = ?",
                        admin.person().id()))
                .isEmpty();

        People.with("admin");
        admin.delete(PASSWORD).is(200);
    }

    @Test
    void of_all_admins_who_go_at_once_one_stays() {
        for (var round = 0; round < 10; round++) {
            demoteAll();
            var admins = List.of(AccountClient.withRole("admin"), AccountClient.withRole("admin"));

            var answers = Burst.of(2, number -> admins.get(number).delete(PASSWORD));

            assertThat(answers).extracting(Answer::outcome).containsExactlyInAnyOrder("200", "409 LAST_ADMIN");
        }
    }

    @Test
    void of_one_who_goes_and_one_who_removes_the_other_one_stays() {
        for (var round = 0; round < 10; round++) {
            demoteAll();
            var bob = AccountClient.withRole("admin");
            var cyd = People.with("admin");

            Burst.of(
                    2,
                    number -> number == 0
                            ? bob.delete(PASSWORD)
                            : bob.person().patch("/api/v1/users/" + cyd.id(), "{\"role\": \"user\"}"));

            assertThat(Sql.number("select count(*) from users where role = 'admin' and is_active"))
                    .isPositive();
        }
    }

    private static void demoteAll() {
        Sql.run("update users set role = 'user' where role = 'admin'");
    }
}
