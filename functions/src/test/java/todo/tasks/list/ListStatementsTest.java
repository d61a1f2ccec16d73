package todo.tasks.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The text of a list's statement depends on the kinds of its parameters and not on their values, so the driver
/// can keep all of them prepared.
final class ListStatementsTest {
    private static final List<TaskFilter> FILTERS = Stream.of(Status.values())
            .flatMap(status -> Stream.of(
                    filter(status, null, null),
                    filter(status, "milk", null),
                    filter(status, "bread", Instant.EPOCH),
                    filter(status, null, Instant.now())))
            .toList();

    @Test
    void all_queries_use_eighty_statements() {
        var texts = new HashSet<String>();
        for (var filter : FILTERS) {
            for (var sort : Sort.values()) {
                for (var order : Order.values()) {
                    var cursor = new TaskCursor(0, sort, order, 2, UUID.randomUUID(), "");
                    texts.add(text(filter, sort, order, 1, null));
                    texts.add(text(filter, sort, order, 7, null));
                    texts.add(text(filter, sort, order, 2, cursor));
                }
            }
        }

        assertThat(texts).hasSize(80);
    }

    private static String text(TaskFilter filter, Sort sort, Order order, int page, @Nullable TaskCursor cursor) {
        return SqlTaskList.statement(new TaskQuery(0, filter, sort, order, page, 20, cursor))
                .sql();
    }

    private static TaskFilter filter(Status status, @Nullable String search, @Nullable Instant dueBefore) {
        return new TaskFilter(status, null, List.of(), search, dueBefore, null, false);
    }
}
