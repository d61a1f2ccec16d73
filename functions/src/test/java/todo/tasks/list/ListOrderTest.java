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
    void every_order_is_total(String sort, String order) {
        var tasks = ManyTasks.of(ALICE.get(ALICE.tasks() + "?limit=100&sort_by=" + sort + "&order=" + order));

        assertThat(tasks).hasSize(60).isSortedAccordingTo(ManyTasks.comparator(sort, order));
    }

    @Test
    void the_newest_come_first_unless_said_otherwise() {
        var tasks = ManyTasks.of(ALICE.get(ALICE.tasks() + "?limit=100"));

        assertThat(tasks).isSortedAccordingTo(ManyTasks.comparator("created_at", "desc"));
    }

    @Test
    void descending_is_the_order_when_only_a_field_is_named() {
        assertThat(ALICE.get(ALICE.tasks() + "?sort_by=title").text())
                .isEqualTo(
                        ALICE.get(ALICE.tasks() + "?sort_by=title&order=desc").text());
    }
}
