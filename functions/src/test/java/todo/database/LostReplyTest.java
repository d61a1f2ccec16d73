package todo.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import todo.testing.Api;
import todo.testing.AppRole;
import todo.testing.FaultProxy;
import todo.testing.Person;
import todo.testing.TaskRequests;

/// The statement is executed, but its connection ends before the reply arrives.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LostReplyTest {
    private final FaultProxy proxy = FaultProxy.beforeDatabase();
    private final Api api = Api.with(
            Map.of("DATABASE_URL", AppRole.create("losing", Map.of()).url(proxy), "AWS_LAMBDA_MAX_CONCURRENCY", "1"));
    private final Person alice = Api.shared().newPerson().at(api);

    @AfterAll
    void stop() {
        api.close();
        proxy.close();
    }

    @Test
    void a_repeatable_request_whose_reply_is_lost_is_repeated_and_succeeds() {
        assertThat(TaskRequests.repeatable(alice, alice.tasks())).allSatisfy(request -> {
            proxy.cutAfterRequest();
            request.send().isSuccess();
        });
    }

    @Test
    void a_creation_whose_reply_is_lost_creates_one_task() {
        var before = count();

        proxy.cutAfterRequest();
        alice.newTask("Buy milk");

        assertThat(count()).isEqualTo(before + 1);
    }

    @Test
    void a_creation_with_an_idempotency_key_answers_the_same_after_a_lost_reply() {
        var creation = alice.request("POST", alice.tasks())
                .header("Idempotency-Key", "lost")
                .json("{\"title\": \"Buy milk\", \"completed\": true}");

        proxy.cutAfterRequest();
        var answer = creation.send().is(201);

        assertThat(creation.send().is(201).json()).isEqualTo(answer.json());
        assertThat(alice.get(alice.task(answer.id())).is(200).json()).isEqualTo(answer.json());
    }

    @Test
    void a_toggle_whose_reply_is_lost_is_executed_once_and_answers_503() {
        var task = alice.task(alice.newTask("Buy milk"));

        proxy.cutAfterRequest();
        alice.request("PATCH", task + "/complete").send().isUnavailable();

        var now = alice.get(task).is(200).json();
        assertThat(now.path("completed").asBoolean()).isTrue();
        assertThat(now.path("version").asInt()).isEqualTo(2);
    }

    @Test
    void a_change_whose_reply_is_lost_is_executed_once_and_answers_503() {
        assertThat(TaskRequests.changes(alice, alice.tasks())).allSatisfy(request -> {
            count(); // opens the connection, so that the proxy drops the reply of the request
            proxy.cutAfterRequest();
            request.send().isUnavailable();
        });

        assertThat(alice.get(alice.tasks() + "?limit=100").is(200).json().findValues("version"))
                .allSatisfy(version -> assertThat(version.asInt()).isLessThanOrEqualTo(2));
    }

    @Test
    void a_batch_whose_reply_is_lost_is_executed_once_and_succeeds_with_an_idempotency_key() {
        var before = count();
        var batch = alice.request("POST", alice.tasks() + "/batch").json("""
                {"operations": [{"op": "create", "task": {"title": "Buy milk"}}]}""");

        proxy.cutAfterRequest();
        batch.send().isUnavailable();
        assertThat(count()).isEqualTo(before + 1);

        proxy.cutAfterRequest();
        batch.header("Idempotency-Key", "lost-batch").send().is(200);
        assertThat(count()).isEqualTo(before + 2);
    }

    @Test
    void reading_changes_is_repeated_after_a_lost_reply() {
        proxy.cutAfterRequest();

        alice.get(alice.tasks() + "/changes").is(200);
    }

    @Test
    void a_log_out_whose_reply_is_lost_ends_the_session_and_answers_503() {
        var session = alice.loggedInAgain();

        proxy.cutAfterRequest();
        session.request("POST", "/api/v1/auth/logout").send().isUnavailable();

        session.get("/api/v1/users/me").isProblem(401, "UNAUTHENTICATED");
    }

    private int count() {
        return alice.get(alice.tasks()).is(200).json().path("total").asInt();
    }
}
