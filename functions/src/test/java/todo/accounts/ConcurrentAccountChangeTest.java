package todo.accounts;

import org.junit.jupiter.api.Test;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.OpenTransaction;
import todo.testing.Person;

/// Requests that wait for a change of their account to commit.
final class ConcurrentAccountChangeTest {
    private final Person alice = Api.shared().newPerson();

    @Test
    void a_log_in_during_a_password_change_answers_401() {
        OpenTransaction.changingPasswordOf(alice).commitDuring(this::logIn).isProblem(401, "INVALID_CREDENTIALS");
    }

    @Test
    void a_log_in_during_a_deactivation_answers_403() {
        OpenTransaction.of("update users set is_active = false where id = ?", alice.id())
                .commitDuring(this::logIn)
                .isProblem(403, "ACCOUNT_INACTIVE");
    }

    @Test
    void a_log_in_during_the_deletion_of_the_account_answers_401() {
        deletion().commitDuring(this::logIn).isProblem(401, "INVALID_CREDENTIALS");
    }

    @Test
    void creating_a_task_during_the_deletion_of_the_account_answers_401() {
        deletion().commitDuring(() -> alice.create("{\"title\": \"Buy milk\"}")).isProblem(401, "UNAUTHENTICATED");
    }

    private OpenTransaction deletion() {
        return OpenTransaction.of("delete from users where id = ?", alice.id());
    }

    private Answer logIn() {
        return alice.logIn().send();
    }
}
