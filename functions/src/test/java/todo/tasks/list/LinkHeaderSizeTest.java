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

/// Answers to valid requests have headers of at most 8 KiB, which gateways accept.
final class LinkHeaderSizeTest {
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
    void a_repeated_value_occurs_once_in_links_and_filters_applied(int times) {
        var query = "?limit=1&page=2&priority=low" + ",low".repeat(times);
        var list = ALICE.get(ALICE.tasks() + query).is(200);

        assertThat(list.json().path("filters_applied")).hasToString("{\"priority\":[\"low\"]}");
        assertThat(list.header("Link").orElseThrow()).contains("priority=low&").doesNotContain("%2C");
    }

    @Test
    void links_contain_the_search_without_surrounding_white_space() {
        var list = ALICE.get(ALICE.tasks() + "?limit=1&search=" + "+".repeat(2000) + "%F0%9F%98%80" + "+".repeat(2000));

        assertThat(list.is(200).header("Link").orElseThrow()).contains("search=%F0%9F%98%80&");
    }

    @ParameterizedTest
    @CsvSource({"'&page=2', next prev", "'&page=4', prev first", "'', next first"})
    void headers_stay_below_8_kib_with_the_longest_query(String start, String relations) {
        var query = "?limit=1&sort_by=title&order=asc&search=" + encode(LONGEST_TITLE, UTF_8) + EVERY_FILTER + start;
        var list = ALICE.request("GET", ALICE.tasks() + query)
                .header("X-Correlation-Id", "c".repeat(128))
                .header("Origin", "http://localhost:3000")
                .send()
                .is(200);

        assertThat(LinkHeaderTest.links(list).keySet()).containsExactly(relations.split(" "));
        assertThat(headerBytes(list)).isLessThan(8 * 1024);
    }

    @Test
    void every_page_of_the_longest_query_links_to_the_next() {
        var query = "?limit=1&sort_by=title&order=asc&search=" + encode(LONGEST_TITLE, UTF_8) + EVERY_FILTER;
        var page = ALICE.get(ALICE.tasks() + query).is(200);
        page = ALICE.get(ALICE.tasks() + query + "&cursor=" + page.text("next_cursor"))
                .is(200);
        var pages = 2;
        for (; LinkHeaderTest.links(page).containsKey("next"); pages++) {
            page = ALICE.get(requireNonNull(LinkHeaderTest.links(page).get("next")))
                    .is(200);
            assertThat(headerBytes(page)).isLessThan(8 * 1024);
        }

        assertThat(pages).isEqualTo(4);
    }

    /// The size in HTTP/1.1: name, colon, space, value and end of line.
    private static int headerBytes(Answer answer) {
        return answer.response().headers().map().entrySet().stream()
                .flatMapToInt(header -> header.getValue().stream()
                        .mapToInt(value -> (header.getKey() + value).getBytes(UTF_8).length + 4))
                .sum();
    }
}
