package todo.accounts;

import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Pending;
import todo.testing.Person;

/// What comes while a change of its account is about to commit.
final class OutrunTest {
    private final Person alice = Api.shared().newPerson();

    @Test
    void a_log_in_does_not_slip_past_a_change_of_the_password() throws Exception {
        during("update users set password_changed_at = now() where id = '%s'", this::logIn)
                .isProblem(401, "INVALID_CREDENTIALS");
    }

    @Test
    void a_log_in_does_not_slip_past_a_deactivation() throws Exception {
        during("update users set is_active = false where id = '%s'", this::logIn)
                .isProblem(403, "ACCOUNT_INACTIVE");
    }

    @Test
    void a_log_in_to_an_account_that_is_being_deleted_is_refused() throws Exception {
        during("delete from users where id = '%s'", this::logIn).isProblem(401, "INVALID_CREDENTIALS");
    }

    @Test
    void a_task_for_an_account_that_is_being_deleted_is_refused() throws Exception {
        during("delete from users where id = '%s'", () -> alice.post(alice.tasks(), "{\"title\": \"Buy milk\"}"))
                .isProblem(401, "UNAUTHENTICATED");
    }

    private Answer logIn() {
        var json = "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(alice.email(), Api.PASSWORD);
        return Api.shared().post("/api/v1/auth/login", json);
    }

    private Answer during(String change, Callable<Answer> call) throws Exception {
        return Pending.during(change.formatted(alice.id()), call);
    }
}
