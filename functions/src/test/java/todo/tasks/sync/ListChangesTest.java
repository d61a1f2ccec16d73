package todo.tasks.sync;

import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;
import static todo.tasks.sync.Operations.add;
import static todo.tasks.sync.Operations.batch;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Person;

final class ListChangesTest {
    private final Person alice = Api.shared().newPerson();

    @Test
    void changes_come_in_the_order_in_which_they_happened() {
        var milk = alice.newTask("Buy milk");
        var bread = alice.newTask("Buy bread");
        var butter = alice.newTask("Buy butter");
        alice.delete(alice.task(bread)).is(200);
        alice.patch(alice.task(milk), "{\"title\": \"Buy oat milk\"}").is(200);

        var answer = changes("");

        assertThat(answer.each("changes", "type")).containsExactly("upsert", "delete", "upsert");
        assertThat(change(answer, 0)).hasSize(2);
        assertThat(change(answer, 0).path("task"))
                .isEqualTo(alice.get(alice.task(butter)).json());
        assertThat(change(answer, 1)).hasSize(3);
        assertThat(change(answer, 1).path("id").asText()).isEqualTo(bread.toString());
        assertThat(Instant.parse(change(answer, 1).path("deleted_at").asText()))
                .isBetween(change(answer, 0, "updated_at"), change(answer, 2, "updated_at"));
        assertThat(change(answer, 2).path("task"))
                .isEqualTo(alice.get(alice.task(milk)).json());
        assertThat(answer.json()).hasSize(3);
        assertThat(answer.text("has_more")).isEqualTo("false");
    }

    @Test
    void changes_before_the_cursor_are_not_repeated() {
        alice.newTask("Buy milk");
        var cursor = changes("").text("next_cursor");
        assertThat(changes("?since=" + cursor).json().path("changes")).isEmpty();
        assertThat(changes("?since=" + cursor).text("next_cursor")).isEqualTo(cursor);

        var bread = alice.newTask("Buy bread");

        assertThat(changes("?since=" + cursor).json().path("changes").findValuesAsText("id"))
                .containsExactly(bread.toString());
    }

    @Test
    void a_cursor_from_before_the_first_task_skips_nothing() {
        var cursor = changes("").text("next_cursor");
        assertThat(changes("").json().path("changes")).isEmpty();

        var milk = alice.newTask("Buy milk");

        assertThat(changes("?since=" + cursor).json().path("changes").findValuesAsText("id"))
                .containsExactly(milk.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 500})
    void a_page_has_limit_changes_and_has_more_until_the_last(int limit) {
        batch(alice, range(0, 4).mapToObj(number -> add("Task " + number)).toArray(String[]::new))
                .send()
                .is(200);
        alice.delete(alice.task(alice.newTask("Buy milk"))).is(200);

        var seen = 0;
        for (var since = ""; ; ) {
            var page = changes("?limit=" + limit + since);
            var size = page.json().path("changes").size();
            seen += size;
            assertThat(page.json().path("has_more").asBoolean()).isEqualTo(seen < 5);
            if (seen == 5) {
                return;
            }
            assertThat(size).isEqualTo(limit);
            since = "&since=" + page.text("next_cursor");
        }
    }

    @Test
    void a_page_has_100_changes_by_default() {
        for (var turn = 0; turn < 2; turn++) {
            batch(alice, range(0, 100).mapToObj(number -> add("Task " + number)).toArray(String[]::new))
                    .send()
                    .is(200);
        }

        assertThat(changes("").json().path("changes")).hasSize(100);
        assertThat(changes("?limit=500").json().path("changes")).hasSize(200);
    }

    private String path() {
        return alice.tasks() + "/changes";
    }

    private Answer changes(String query) {
        return alice.get(path() + query).is(200);
    }

    private static JsonNode change(Answer answer, int index) {
        return answer.json().path("changes").path(index);
    }

    private static Instant change(Answer answer, int index, String member) {
        return Instant.parse(change(answer, index).path("task").path(member).asText());
    }
}
