package todo.changes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;
import static todo.changes.Operations.add;
import static todo.changes.Operations.batch;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Base64;
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
    void what_came_before_the_cursor_does_not_come_again() {
        alice.newTask("Buy milk");
        var cursor = changes("").text("next_cursor");
        assertThat(changes("?since=" + cursor).json().path("changes")).isEmpty();
        assertThat(changes("?since=" + cursor).text("next_cursor")).isEqualTo(cursor);

        var bread = alice.newTask("Buy bread");

        assertThat(changes("?since=" + cursor).json().path("changes").findValuesAsText("id"))
                .containsExactly(bread.toString());
    }

    @Test
    void who_follows_from_the_very_beginning_misses_nothing() {
        var cursor = changes("").text("next_cursor");
        assertThat(changes("").json().path("changes")).isEmpty();

        var milk = alice.newTask("Buy milk");

        assertThat(changes("?since=" + cursor).json().path("changes").findValuesAsText("id"))
                .containsExactly(milk.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 500})
    void a_page_has_as_many_as_asked_for_and_says_whether_there_are_more(int limit) {
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
    void a_page_has_100_unless_asked_otherwise() {
        for (var turn = 0; turn < 2; turn++) {
            batch(alice, range(0, 100).mapToObj(number -> add("Task " + number)).toArray(String[]::new))
                    .send()
                    .is(200);
        }

        assertThat(changes("").json().path("changes")).hasSize(100);
        assertThat(changes("?limit=500").json().path("changes")).hasSize(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "501", "-1", "1.0", "ten", ""})
    void a_limit_is_from_1_to_500(String limit) {
        alice.get(path() + "?limit=" + limit).isInvalid("limit INVALID_VALUE");
    }

    @Test
    void unknown_parameters_are_refused_with_all_else_that_is_wrong() {
        alice.get(path() + "?since=x&limit=0&cursor=1&since=y")
                .isInvalid("since REPEATED", "since INVALID_VALUE", "limit INVALID_VALUE", "cursor UNKNOWN_PARAMETER");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1 me 1 1",
                "2 %s 1 1",
                "1 %s 1",
                "1 %s -1 1",
                "1 %s 1 1 1",
                "1 %s ten 1",
                "1 %s 1 1000000000000000000"
            })
    void what_is_none_of_ours_is_no_cursor(String plain) {
        alice.get(path() + "?since=" + cursor(plain)).isInvalid("since INVALID_VALUE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "=", "a", "%F0%9F%98%80", "null", "MQ%3D%3D%3D"})
    void neither_is_what_is_not_even_spelled_like_one(String since) {
        alice.get(path() + "?since=" + since).isInvalid("since INVALID_VALUE");
    }

    @Test
    void anothers_cursor_is_none_of_ones_own() {
        var bob = Api.shared().newPerson();

        alice.get(path() + "?since=" + bob.get(bob.tasks() + "/changes").text("next_cursor"))
                .isInvalid("since INVALID_VALUE");
    }

    private String cursor(String plain) {
        var text = plain.formatted(alice.id());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
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
