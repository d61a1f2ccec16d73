package todo.tasks.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.tasks.sync.Operations.add;
import static todo.tasks.sync.Operations.at;
import static todo.tasks.sync.Operations.batch;
import static todo.tasks.sync.Operations.complete;
import static todo.tasks.sync.Operations.delete;
import static todo.tasks.sync.Operations.rename;

import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Burst;
import todo.testing.IdempotencyKeys;
import todo.testing.Person;
import todo.testing.Sql;

final class BatchIdempotencyTest {
    private static final String MILK = "{\"title\": \"Buy milk\"}";

    private final Person alice = Api.shared().newPerson();
    private final UUID task = alice.newTask("Buy milk");
    private final UUID gone = alice.newTask("Buy bread");
    private final String key = UUID.randomUUID().toString();
    private final String[] operations = {
        add("Buy butter"),
        "{\"op\": \"update\", \"id\": \"%s\", \"task\": {\"due_date\": \"0001-01-01T00:00:00.000001Z\"}}"
                .formatted(task),
        "{\"op\": \"update\", \"id\": \"%s\", \"task\": {\"due_date\": \"9999-12-31T23:59:59.999999Z\"}}"
                .formatted(task),
        complete(task, true),
        delete(gone)
    };

    @Test
    void a_repeated_batch_answers_the_same_results_with_the_current_tasks() {
        var first = send(operations).is(200);
        var again = send(operations).is(200);

        assertThat(outline(again)).isEqualTo(outline(first));
        assertThat(again.json().at("/results/1/task"))
                .isEqualTo(alice.get(alice.task(task)).json());
        assertThat(alice.get(alice.tasks()).text("total")).isEqualTo("2");
    }

    @Test
    void a_repeated_batch_answers_null_for_deleted_tasks() {
        var first = send(operations).is(200);
        batch(alice, rename(task, "Buy oat milk"), delete(task)).send().is(200);
        var again = send(operations).is(200);

        assertThat(outline(again)).isEqualTo(outline(first));
        assertThat(again.json().at("/results/1/task").isNull()).isTrue();
        assertThat(alice.get(alice.tasks()).text("total")).isEqualTo("1");
    }

    @Test
    void another_batch_with_the_same_key_answers_422() {
        send(operations).is(200);

        var refused = send(delete(task)).isProblem(422, "IDEMPOTENCY_KEY_REUSED");

        assertThat(refused.json().has("index")).isFalse();
        alice.get(alice.task(task)).is(200);
    }

    @Test
    void a_batch_with_the_key_of_a_creation_answers_422() {
        create(MILK).is(201);

        send(operations).isProblem(422, "IDEMPOTENCY_KEY_REUSED");
        create(MILK).is(201);
    }

    @Test
    void a_creation_with_the_key_of_a_batch_answers_422() {
        var first = send(operations).is(200);

        create(MILK).isProblem(422, "IDEMPOTENCY_KEY_REUSED");
        assertThat(outline(send(operations).is(200))).isEqualTo(outline(first));
    }

    @Test
    void a_refused_batch_does_not_use_its_key() {
        send(add("Buy butter"), at(7, delete(task))).isProblem(412, "VERSION_CONFLICT");
        send(add(" ")).isProblem(400, "VALIDATION_ERROR");

        assertThat(Sql.number("select count(*) from idempotency_keys where key = ?", key))
                .isZero();
        send(operations).is(200);
    }

    @Test
    void a_key_expires_after_a_day() {
        var first = send(add("Buy butter")).is(200);
        IdempotencyKeys.age(key, "23 hours");
        assertThat(send(add("Buy butter")).text()).isEqualTo(first.text());

        IdempotencyKeys.age(key, "2 hours");
        var second = send(operations).is(200);

        assertThat(outline(send(operations).is(200))).isEqualTo(outline(second));
        IdempotencyKeys.age(key, "25 hours");
        create(MILK).is(201);
        create(MILK).is(201);
    }

    @Test
    void fifty_concurrent_equal_batches_are_executed_once() {
        var answers = Burst.ofOneUser(
                50, _ -> send(add("Buy butter"), at(1, delete(task))).is(200));

        assertThat(answers)
                .extracting(Answer::text)
                .containsOnly(answers.getFirst().text());
        assertThat(alice.get(alice.tasks()).each("tasks", "title"))
                .containsExactlyInAnyOrder("Buy bread", "Buy butter");
    }

    @Test
    void of_20_concurrent_different_batches_with_one_key_one_is_executed() {
        var answers = Burst.ofOneUser(20, number -> send(add("Task " + number)));

        assertThat(answers).extracting(Answer::outcome).containsOnly("200", "422 IDEMPOTENCY_KEY_REUSED");
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(alice.get(alice.tasks()).text("total")).isEqualTo("3");
    }

    @Test
    void a_key_stores_no_text_of_a_task() {
        send(add("Buy a birthday present")).is(200);

        assertThat(Sql.number(
                        "select count(*) from idempotency_keys k where key = ? and k::text like '%birthday%'", key))
                .isZero();
    }

    @Test
    void a_key_with_a_space_is_refused() {
        batch(alice, operations).header("Idempotency-Key", "a b").send().isInvalid("Idempotency-Key INVALID_FORMAT");
    }

    /// The parts of the results that are the same in every answer.
    private static List<String> outline(Answer answer) {
        return StreamSupport.stream(answer.json().path("results").spliterator(), false)
                .map(result -> String.join(
                        " ",
                        result.path("op").asText(),
                        result.path("id").asText(),
                        result.path("version").asText(),
                        result.path("deleted_id").asText()))
                .toList();
    }

    private Answer send(String... some) {
        return batch(alice, some).header("Idempotency-Key", key).send();
    }

    private Answer create(String json) {
        return alice.createWithKey(key, json);
    }
}
