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
    void a_repeated_request_gets_the_first_answer() {
        var first = create(key, MILK).is(201);

        assertSame(create(key, MILK), first);
        assertThat(first.json()).isEqualTo(ALICE.get(ALICE.task(first.id())).json());
    }

    @Test
    void a_repeated_request_gets_the_first_answer_after_the_task_has_changed() {
        var first = create(key, MILK).is(201);
        ALICE.patch(ALICE.task(first.id()), "{\"title\": \"Buy bread\", \"completed\": false}")
                .is(200);

        assertSame(create(key, MILK), first);
        assertThat(ALICE.get(ALICE.task(first.id())).text("title")).isEqualTo("Buy bread");
    }

    @Test
    void a_repeated_request_gets_the_first_answer_after_the_task_was_deleted() {
        var first = create(key, MILK).is(201);
        ALICE.delete(ALICE.task(first.id())).is(200);

        assertSame(create(key, MILK), first);
        ALICE.get(ALICE.task(first.id())).is(404);
    }

    @Test
    void another_request_with_the_same_key_answers_422() {
        var first = create(key, MILK).is(201);

        create(key, "{\"title\": \"Buy bread\"}").isProblem(422, "IDEMPOTENCY_KEY_REUSED");
        assertSame(create(key, MILK), first);
    }

    @Test
    void a_refused_request_does_not_use_its_key() {
        create(key, "{\"title\": \"\"}").is(400);

        create(key, MILK).is(201);
    }

    @Test
    void two_users_can_use_the_same_key() {
        var bob = Api.shared().newPerson();
        var first = create(key, MILK).is(201);

        var other = bob.createWithKey(key, "{\"title\": \"Buy bread\"}").is(201);

        assertThat(other.id()).isNotEqualTo(first.id());
    }

    @Test
    void a_key_expires_after_a_day() {
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
    void a_key_with_other_than_visible_ascii_characters_is_refused(String name) {
        create(name, MILK).isInvalid("Idempotency-Key INVALID_FORMAT");
    }

    @Test
    void a_key_of_256_characters_is_refused() {
        create("k".repeat(256), MILK).isInvalid("Idempotency-Key INVALID_FORMAT");
    }

    @Test
    void without_a_key_each_request_creates_a_task() {
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
