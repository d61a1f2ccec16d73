package todo.tasks.list;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import todo.testing.Answer;
import todo.testing.Person;

final class LinkHeaderTest {
    private static final Person ALICE = ManyTasks.ownerOf(17);
    private static final Pattern LINK = Pattern.compile("<([^>]*)>; rel=\"([a-z]+)\"(?:, |$)");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?limit=5 | next first last",
                "?limit=5&page=2 | next prev first last",
                "?limit=5&page=4 | prev first last",
                "?limit=5&page=9 | prev first last",
                "?limit=100 | first last",
                "?search=nothing | first last",
            })
    void a_page_links_to_the_existing_neighbours(String query, String relations) {
        assertThat(links(ALICE.get(ALICE.tasks() + query)).keySet()).containsExactly(relations.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "?limit=5",
        "?limit=3&sort_by=title&order=asc",
        "?limit=2&search=%C3%81&status=pending",
        "?limit=2&priority=low,high&due_after=2026-01-01T02:00:00%2B02:00",
    })
    void following_next_visits_all_pages_and_following_prev_returns_to_the_first(String query) {
        var all = ManyTasks.of(ALICE.get(ALICE.tasks() + query.replaceAll("limit=\\d", "limit=100")));
        var forth = new ArrayList<JsonNode>();
        var page = ALICE.get(ALICE.tasks() + query);
        for (forth.addAll(ManyTasks.of(page)); links(page).containsKey("next"); forth.addAll(ManyTasks.of(page))) {
            page = follow(page, "next");
        }
        assertThat(forth).hasSizeGreaterThan(2).isEqualTo(all);

        assertThat(page.json()).isEqualTo(follow(page, "last").json());
        for (; links(page).containsKey("prev"); page = follow(page, "prev")) {
            assertThat(page.status()).isEqualTo(200);
        }
        assertThat(page.json()).isEqualTo(follow(page, "first").json());
        assertThat(ManyTasks.of(page))
                .isEqualTo(all.subList(0, ManyTasks.of(page).size()));
    }

    @Test
    void a_page_by_cursor_links_to_the_next_by_cursor() {
        var page = ALICE.get(ALICE.tasks() + "?limit=5");
        page = ALICE.get(ALICE.tasks() + "?limit=5&cursor=" + page.text("next_cursor"));

        var link = links(page).get("next");

        assertThat(link).endsWith("?sort_by=created_at&order=desc&limit=5&cursor=" + page.text("next_cursor"));
        assertThat(links(page)).doesNotContainKey("prev");
        assertThat(ManyTasks.of(follow(page, "next")))
                .isEqualTo(ManyTasks.of(ALICE.get(ALICE.tasks() + "?limit=5&page=3")));
    }

    private static Answer follow(Answer page, String relation) {
        return ALICE.get(requireNonNull(links(page).get(relation))).is(200);
    }

    static Map<String, String> links(Answer page) {
        return LINK.matcher(page.header("Link").orElseThrow())
                .results()
                .collect(Collectors.toMap(
                        link -> link.group(2), link -> link.group(1), (one, _) -> one, LinkedHashMap::new));
    }
}
