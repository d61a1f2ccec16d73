package todo.tasks.list;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import todo.testing.Person;

final class ListOrderTest {
    private static final Person ALICE = ManyTasks.ownerOf(60);

    @ParameterizedTest
    @MethodSource("todo.tasks.list.ManyTasks#orders")
    void every_order_is_kept_and_ids_break_ties(String sort, String order) {
        var tasks = ManyTasks.of(ALICE.get(ALICE.tasks() + "?limit=100&sort_by=" + sort + "&order=" + order));

        assertThat(tasks).hasSize(60).isSortedAccordingTo(ManyTasks.comparator(sort, order));
    }

    @Test
    void the_default_order_is_newest_first() {
        var tasks = ManyTasks.of(ALICE.get(ALICE.tasks() + "?limit=100"));

        assertThat(tasks).isSortedAccordingTo(ManyTasks.comparator("created_at", "desc"));
    }

    @Test
    void the_default_direction_is_descending() {
        assertThat(ALICE.get(ALICE.tasks() + "?sort_by=title").text())
                .isEqualTo(
                        ALICE.get(ALICE.tasks() + "?sort_by=title&order=desc").text());
    }
}
