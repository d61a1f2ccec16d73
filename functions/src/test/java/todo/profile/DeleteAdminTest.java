package todo.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.Api.PASSWORD;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import todo.testing.AccountClient;
import todo.testing.Answer;
import todo.testing.OpenTransaction;
import todo.testing.People;
import todo.testing.Sql;

/// The last active admin can't delete the own account.
@Isolated("demotes the admins of all tests")
final class DeleteAdminTest {
    @BeforeEach
    void no_admin_exists() {
        Sql.run("update users set role = 'user' where role = 'admin'");
    }

    @Test
    void deleting_the_last_active_admin_answers_409_and_does_not_count_as_a_wrong_password() {
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
    void of_two_admins_who_delete_themselves_concurrently_the_second_stays() {
        var bob = AccountClient.withRole("admin");
        var cyd = AccountClient.withRole("admin");

        firstSucceeds(bob, () -> bob.delete(PASSWORD), () -> cyd.delete(PASSWORD));
    }

    @Test
    void an_admin_is_not_demoted_while_the_only_other_one_deletes_the_own_account() {
        var bob = AccountClient.withRole("admin");
        var cyd = AccountClient.withRole("admin");

        firstSucceeds(bob, () -> bob.delete(PASSWORD), () -> demote(bob, cyd));
    }

    @Test
    void an_admin_is_not_deleted_while_the_only_other_one_is_demoted() {
        var bob = AccountClient.withRole("admin");
        var cyd = AccountClient.withRole("admin");

        firstSucceeds(bob, () -> demote(bob, cyd), () -> bob.delete(PASSWORD));
    }

    /// All active admins are locked in the order of their ids, so both requests wait for the oldest.
    private static void firstSucceeds(AccountClient oldest, Supplier<Answer> first, Supplier<Answer> second) {
        var answers = OpenTransaction.lockingAccountOf(oldest.person()).commitDuring(List.of(first, second));

        assertThat(answers).extracting(Answer::outcome).containsExactly("200", "409 LAST_ADMIN");
        assertThat(Sql.number("select count(*) from users where role = 'admin' and is_active"))
                .isOne();
    }

    private static Answer demote(AccountClient admin, AccountClient other) {
        return admin.person().patch("/api/v1/users/" + other.person().id(), "{\"role\": \"user\"}");
    }
}
