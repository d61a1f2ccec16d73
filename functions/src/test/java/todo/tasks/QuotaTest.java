package todo.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Burst;
import todo.testing.People;
import todo.testing.Person;
import todo.testing.Sql;

@TestInstance(Lifecycle.PER_CLASS)
final class QuotaTest {
    private static final String MILK = "{\"title\": \"Buy milk\"}";

    private final Api api = Api.with(Map.of("TASKS_PER_USER", "3"));
    private final Person alice = People.with("user").at(api);

    @AfterAll
    void stop() {
        api.close();
    }

    @Test
    void a_user_with_the_maximum_of_tasks_can_create_one_after_deleting_another() {
        var bob = People.with("user").at(api);
        var first = bob.newTask("Buy milk");
        bob.newTask("Buy bread");
        bob.newTask("Buy tea");

        bob.create(MILK).isProblem(409, "QUOTA_EXCEEDED");
        bob.request("PATCH", bob.task(first) + "/complete").send().is(200);
        bob.create(MILK).isProblem(409, "QUOTA_EXCEEDED");
        bob.delete(bob.task(first)).is(200);

        bob.create(MILK).is(201);
    }

    @Test
    void a_batch_that_exceeds_the_quota_answers_409_and_changes_nothing() {
        var bob = People.with("user").at(api);
        var create = "{\"op\": \"create\", \"task\": %s}".formatted(MILK);
        var batch = "{\"operations\": [%s]}".formatted(String.join(",", create, create, create, create));

        var refused = bob.post(bob.tasks() + "/batch", batch).isProblem(409, "QUOTA_EXCEEDED");

        assertThat(refused.text("index")).isEqualTo("3");
        assertThat(bob.get(bob.tasks()).text("total")).isEqualTo("0");
    }

    @Test
    void of_20_concurrent_creations_only_three_succeed() {
        var answers = Burst.ofOneUser(20, _ -> alice.create(MILK));

        assertThat(answers).extracting(Answer::outcome).containsOnly("201", "409 QUOTA_EXCEEDED");
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(3);
    }

    @Test
    void the_total_is_exact_after_concurrent_changes() {
        var bob = Api.shared().newPerson();
        var task = bob.newTask("Buy milk");
        var answers = Burst.ofOneUser(60, number -> switch (number % 5) {
            case 0 -> bob.create(MILK);
            case 1 -> bob.create("{\"title\": \"Buy tea\", \"completed\": true}");
            case 2 -> bob.request("PATCH", bob.task(task) + "/complete").send();
            case 3 -> bob.delete(bob.task(bob.newTask("Buy bread")));
            default ->
                bob.post(
                        bob.tasks() + "/batch",
                        "{\"operations\": [{\"op\": \"create\", \"task\": %s}]}".formatted(MILK));
        });
        assertThat(answers).allSatisfy(Answer::isSuccess);

        for (var status : new String[] {"pending", "completed"}) {
            var counted = Sql.number(
                    "select count(*) from tasks where user_id = ? and completed = ?",
                    bob.id(),
                    status.equals("completed"));
            assertThat(bob.get(bob.tasks() + "?limit=1&status=" + status).text("total"))
                    .isEqualTo(Long.toString(counted));
        }
    }
}
