package todo.tasks.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import todo.testing.Api;
import todo.testing.AppRole;
import todo.testing.Person;
import todo.testing.Sql;

/// The buffers that PostgreSQL reads for a page of a list: for the guard, the tasks and the total.
@TestInstance(Lifecycle.PER_CLASS)
final class PageCostTest {
    private static final int TASKS = 20_000;
    private static final long MOST = 60;

    private final AppRole role = AppRole.create("reader", Map.of());
    private final Api api = Api.with(Map.of("DATABASE_URL", role.url(), "AWS_LAMBDA_MAX_CONCURRENCY", "1"));
    private final Person owner = ManyTasks.ownerOf(TASKS).at(api);

    @AfterAll
    void stop() {
        api.close();
    }

    @ParameterizedTest
    @MethodSource("todo.tasks.list.ManyTasks#orders")
    void a_page_in_any_order_and_at_any_position_reads_few_buffers(String sort, String order) {
        var list = owner.tasks() + "?sort_by=" + sort + "&order=" + order;
        for (var status : new String[] {"", "&status=pending", "&status=completed"}) {
            assertThat(buffers(list + status)).isLessThanOrEqualTo(MOST);
        }

        var page = owner.get(list + "&limit=100&page=80");
        assertThat(buffers(list + "&cursor=" + page.text("next_cursor"))).isLessThanOrEqualTo(MOST);
    }

    @Test
    void a_page_of_changes_reads_few_buffers() {
        assertThat(buffers(owner.tasks() + "/changes?limit=20")).isLessThanOrEqualTo(MOST);
    }

    @Test
    void a_page_of_an_export_reads_few_buffers() {
        var first = owner.get("/api/v1/users/me/export?limit=20").is(200);

        assertThat(buffers("/api/v1/users/me/export?limit=20&cursor=" + first.text("next_cursor")))
                .isLessThanOrEqualTo(2 * MOST);
    }

    @Test
    void a_filter_without_an_index_reads_each_task_once() {
        var pages = Sql.number("select pg_relation_size('tasks') / 8192");

        assertThat(buffers(owner.tasks() + "?priority=high")).isLessThan(TASKS + pages);
        assertThat(buffers(owner.tasks() + "?search=milk")).isLessThan(TASKS + pages);
    }

    /// Counts the buffers of one request on a connection that has executed the statement before.
    private long buffers(String path) {
        owner.get(path).is(200);
        var before = role.buffers();
        owner.get(path).is(200);
        return role.buffers() - before;
    }
}
