package todo.tasks.list;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.People;
import todo.testing.Person;
import todo.testing.Sql;

/// No valid request has an answer whose headers are too long for a gateway.
final class LongLinksTest {
    private static final String LONGEST_TITLE = "😀".repeat(200);
    private static final Person ALICE = Api.shared().newPerson();
    private static final String EVERY_FILTER =
            "&status=pending&completed=false&priority=urgent,high,medium,low&overdue=true"
                    + "&due_after=0001-01-01T00:00:00.000001Z&due_before=9999-12-31T23:59:59.999999Z";

    static {
        People.addToPendingCount(ALICE.id(), 4);
        Sql.run("""
                insert into tasks (id, user_id, title, priority, due_date, created_at, updated_at)
                select uuidv7(), ?, ?, 'low', now() - interval '1 day', now(), now() from generate_series(1, 4) i
                """, ALICE.id(), LONGEST_TITLE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 600, 2000})
    void a_value_that_is_repeated_is_linked_and_applied_once(int times) {
        var query = "?limit=1&page=2&priority=low" + ",low".repeat(times);
        var list = ALICE.get(ALICE.tasks() + query).is(200);

        assertThat(list.json().path("filters_applied")).hasToString("{\"priority\":[\"low\"]}");
        assertThat(list.header("Link").orElseThrow()).contains("priority=low&").doesNotContain("%2C");
    }

    @Test
    void space_around_a_search_is_not_linked() {
        var list = ALICE.get(ALICE.tasks() + "?limit=1&search=" + "+".repeat(2000) + "%F0%9F%98%80" + "+".repeat(2000));

        assertThat(list.is(200).header("Link").orElseThrow()).contains("search=%F0%9F%98%80&");
    }

    @ParameterizedTest
    @CsvSource({"'&page=2', next prev", "'&page=4', prev first", "'', next first"})
    void the_most_useful_links_of_the_longest_query_fit(String start, String relations) {
        var query = "?limit=1&sort_by=title&order=asc&search=" + encode(LONGEST_TITLE, UTF_8) + EVERY_FILTER + start;
        var list = ALICE.request("GET", ALICE.tasks() + query)
                .header("X-Correlation-Id", "c".repeat(128))
                .header("Origin", "http://localhost:3000")
                .send()
                .is(200);

        assertThat(TaskLinksTest.links(list).keySet()).containsExactly(relations.split(" "));
        assertThat(headerBytes(list)).isLessThan(8 * 1024);
    }

    @Test
    void a_walk_by_the_longest_cursor_is_always_led_on() {
        var query = "?limit=1&sort_by=title&order=asc&search=" + encode(LONGEST_TITLE, UTF_8) + EVERY_FILTER;
        var page = ALICE.get(ALICE.tasks() + query).is(200);
        page = ALICE.get(ALICE.tasks() + query + "&cursor=" + page.text("next_cursor"))
                .is(200);
        var pages = 2;
        for (; TaskLinksTest.links(page).containsKey("next"); pages++) {
            page = ALICE.get(requireNonNull(TaskLinksTest.links(page).get("next")))
                    .is(200);
            assertThat(headerBytes(page)).isLessThan(8 * 1024);
        }

        assertThat(pages).isEqualTo(4);
    }

    /// As HTTP/1.1 spells them: a name, a colon, a space, a value and the end of the line.
    private static int headerBytes(Answer answer) {
        return answer.response().headers().map().entrySet().stream()
                .flatMapToInt(header -> header.getValue().stream()
                        .mapToInt(value -> (header.getKey() + value).getBytes(UTF_8).length + 4))
                .sum();
    }
}
