package todo.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.IdempotencyKeys;
import todo.testing.Person;

final class IdempotencyTest {
    private static final Person ALICE = Api.shared().newPerson();
    private static final String MILK = """
            {"title": " Buy milk ", "description": "two litres", "priority": "high", "completed": true,
             "due_date": "2026-01-20T12:15:30+02:00"}""";

    private final String key = UUID.randomUUID().toString();

    @Test
    void the_first_answer_comes_again() {
        var first = create(key, MILK).is(201);

        assertSame(create(key, MILK), first);
        assertThat(first.json()).isEqualTo(ALICE.get(ALICE.task(first.id())).json());
    }

    @Test
    void the_first_answer_comes_again_when_the_task_has_changed() {
        var first = create(key, MILK).is(201);
        ALICE.patch(ALICE.task(first.id()), "{\"title\": \"Buy bread\", \"completed\": false}")
                .is(200);

        assertSame(create(key, MILK), first);
        assertThat(ALICE.get(ALICE.task(first.id())).text("title")).isEqualTo("Buy bread");
    }

    @Test
    void the_first_answer_comes_again_when_the_task_is_gone() {
        var first = create(key, MILK).is(201);
        ALICE.delete(ALICE.task(first.id())).is(200);

        assertSame(create(key, MILK), first);
        ALICE.get(ALICE.task(first.id())).is(404);
    }

    @Test
    void another_request_under_the_same_key_is_refused() {
        var first = create(key, MILK).is(201);

        create(key, "{\"title\": \"Buy bread\"}").isProblem(422, "IDEMPOTENCY_KEY_REUSED");
        assertSame(create(key, MILK), first);
    }

    @Test
    void a_request_that_failed_leaves_its_key_free() {
        create(key, "{\"title\": \"\"}").is(400);

        create(key, MILK).is(201);
    }

    @Test
    void another_users_key_is_another_key() {
        var bob = Api.shared().newPerson();
        var first = create(key, MILK).is(201);

        var other = bob.createWithKey(key, "{\"title\": \"Buy bread\"}").is(201);

        assertThat(other.id()).isNotEqualTo(first.id());
    }

    @Test
    void after_a_day_a_key_counts_as_new() {
        var first = create(key, MILK).is(201);
        IdempotencyKeys.age(key, "23 hours");
        assertThat(create(key, MILK).id()).isEqualTo(first.id());

        IdempotencyKeys.age(key, "2 hours");
        var second = create(key, "{\"title\": \"Buy bread\"}").is(201);

        assertThat(second.id()).isNotEqualTo(first.id());
        assertSame(create(key, "{\"title\": \"Buy bread\"}"), second);
        create(key, MILK).isProblem(422, "IDEMPOTENCY_KEY_REUSED");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 255})
    void a_key_has_1_to_255_characters(int length) {
        var name = (key + "~!#".repeat(100)).substring(0, length);

        create(name, MILK).is(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a, b", "a\tb"})
    void a_key_is_visible_ascii(String name) {
        create(name, MILK).isInvalid("Idempotency-Key INVALID_FORMAT");
    }

    @Test
    void a_longer_key_is_refused() {
        create("k".repeat(256), MILK).isInvalid("Idempotency-Key INVALID_FORMAT");
    }

    @Test
    void without_a_key_each_request_makes_a_task() {
        assertThat(ALICE.create(MILK).id()).isNotEqualTo(ALICE.create(MILK).id());
    }

    private static void assertSame(Answer again, Answer first) {
        assertThat(again.is(201).text()).isEqualTo(first.text());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    }

    private static Answer create(String key, String json) {
        return ALICE.createWithKey(key, json);
    }
}
