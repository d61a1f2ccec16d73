package todo.tasks.list;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import todo.testing.Person;

final class CursorTest {
    private static final Person ALICE = ManyTasks.ownerOf(14);

    @ParameterizedTest
    @MethodSource("todo.tasks.list.ManyTasks#orders")
    void following_cursors_returns_every_task_once_and_in_order(String sort, String order) {
        var query = "sort_by=" + sort + "&order=" + order;
        var all = ManyTasks.of(ALICE.get(ALICE.tasks() + "?limit=100&" + query));

        for (var limit = 1; limit <= 7; limit++) {
            assertThat(walked(ALICE, query + "&limit=" + limit, () -> {})).isEqualTo(all);
        }
    }

    @ParameterizedTest
    @MethodSource("todo.tasks.list.ManyTasks#orders")
    void following_cursors_returns_unchanged_tasks_once_while_others_are_created_and_deleted(
            String sort, String order) {
        var bob = ManyTasks.ownerOf(30);
        var leaving = new ArrayList<>(ManyTasks.ids(ManyTasks.of(bob.get(bob.tasks() + "?limit=15&sort_by=title"))));
        var staying = new HashSet<>(ManyTasks.ids(ManyTasks.of(bob.get(bob.tasks() + "?limit=100"))));
        leaving.forEach(staying::remove);

        var met = walked(bob, "limit=3&sort_by=" + sort + "&order=" + order, () -> {
            bob.create("{\"title\": \"a\", \"priority\": \"high\", \"due_date\": \"2026-01-21T10:15:30Z\"}")
                    .is(201);
            bob.newTask("b");
            if (!leaving.isEmpty()) {
                bob.delete(bob.task(UUID.fromString(leaving.removeFirst()))).is(200);
            }
        });

        assertThat(met).isSortedAccordingTo(ManyTasks.comparator(sort, order));
        assertThat(ManyTasks.ids(met)).doesNotHaveDuplicates().containsAll(staying);
    }

    @Test
    void a_cursor_stays_valid_when_its_task_is_deleted() {
        var bob = ManyTasks.ownerOf(9);
        var all = ManyTasks.ids(ManyTasks.of(bob.get(bob.tasks())));
        var cursor = bob.get(bob.tasks() + "?limit=4").text("next_cursor");
        bob.delete(bob.task(UUID.fromString(all.get(3)))).is(200);

        var rest = bob.get(bob.tasks() + "?cursor=" + cursor);

        assertThat(rest.each("tasks", "id")).isEqualTo(all.subList(4, 9));
    }

    @Test
    void following_cursors_keeps_the_filters() {
        var query = "priority=high,low&due_after=2026-01-01T00:00:00Z&limit=2&sort_by=due_date&order=asc";

        assertThat(walked(ALICE, query, () -> {}))
                .hasSizeBetween(3, 20)
                .allSatisfy(task -> assertThat(task.path("priority").asText()).isIn("high", "low"));
    }

    @Test
    void a_cursor_page_has_the_next_page_number() {
        var third = ALICE.get(ALICE.tasks() + "?limit=3&page=3");

        var fourth = ALICE.get(ALICE.tasks() + "?limit=3&cursor=" + third.text("next_cursor"));

        assertThat(fourth.text("page")).isEqualTo("4");
        assertThat(fourth.json().path("tasks"))
                .isEqualTo(ALICE.get(ALICE.tasks() + "?limit=3&page=4").json().path("tasks"));
        assertThat(fourth.text("total")).isEqualTo("14");
    }

    /// Follows the cursors from the first page to the last and returns all tasks. Calls `between` after each
    /// page.
    private static List<JsonNode> walked(Person owner, String query, Runnable between) {
        var met = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var page = owner.get(owner.tasks() + "?" + query + cursor).is(200);
            met.addAll(ManyTasks.of(page));
            cursor = page.json().path("next_cursor").isNull() ? "" : "&cursor=" + page.text("next_cursor");
            between.run();
        } while (!cursor.isEmpty() && met.size() < 500);
        return met;
    }
}
