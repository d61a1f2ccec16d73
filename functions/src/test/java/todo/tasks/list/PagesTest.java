package todo.tasks.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Person;

final class PagesTest {
    private static final Person ALICE = ManyTasks.ownerOf(45);

    @ParameterizedTest
    @CsvSource({"1, 45", "2, 23", "7, 7", "9, 5", "44, 2", "45, 1", "46, 1", "100, 1"})
    void all_pages_together_are_the_list(int limit, int pages) {
        var all = ManyTasks.of(page("limit=100"));
        var together = new ArrayList<>();
        for (var page = 1; page <= pages; page++) {
            var answer = page("limit=" + limit + "&page=" + page);
            together.addAll(ManyTasks.of(answer));
            assertThat(answer.json().path("pages").asInt()).isEqualTo(pages);
            assertThat(answer.json().path("page").asInt()).isEqualTo(page);
            assertThat(answer.json().path("next_cursor").isNull()).isEqualTo(page == pages);
        }

        assertThat(together).isEqualTo(all);
    }

    @Test
    void a_page_has_20_tasks_by_default() {
        var answer = page("");

        assertThat(ManyTasks.of(answer)).hasSize(20);
        assertThat(answer.text("limit")).isEqualTo("20");
        assertThat(answer.text("page")).isEqualTo("1");
        assertThat(answer.text("pages")).isEqualTo("3");
        assertThat(answer.text("total")).isEqualTo("45");
    }

    @ParameterizedTest
    @CsvSource({"4", "5", "1000000"})
    void a_page_after_the_last_is_empty(int page) {
        var answer = page("page=" + page).is(200);

        assertThat(ManyTasks.of(answer)).isEmpty();
        assertThat(answer.text("total")).isEqualTo("45");
        assertThat(answer.json().path("next_cursor").isNull()).isTrue();
    }

    @Test
    void an_empty_list_has_no_pages() {
        var bob = Api.shared().newPerson();

        var answer = bob.get(bob.tasks()).is(200);

        assertThat(answer.text()).isEqualTo("""
                {"tasks":[],"total":0,"page":1,"limit":20,"pages":0,"next_cursor":null,"filters_applied":{}}""");
    }

    @Test
    void a_total_is_exact_up_to_10_000() {
        var bob = ManyTasks.ownerOf(10_000);

        var answer = bob.get(bob.tasks()).is(200);

        assertThat(answer.text("total")).isEqualTo("10000");
        assertThat(answer.json().has("total_capped")).isFalse();
        assertThat(answer.header("Link").orElseThrow()).contains("rel=\"last\"");
    }

    @Test
    void a_total_beyond_10_000_is_capped() {
        var bob = ManyTasks.ownerOf(10_001);

        var answer = bob.get(bob.tasks() + "?page=500").is(200);

        assertThat(answer.text("total")).isEqualTo("10000");
        assertThat(answer.json().path("total_capped").isBoolean()).isTrue();
        assertThat(answer.text("total_capped")).isEqualTo("true");
        assertThat(answer.header("Link").orElseThrow()).contains("rel=\"next\"").doesNotContain("rel=\"last\"");
        assertThat(ManyTasks.of(bob.get(bob.tasks() + "?page=501"))).hasSize(1);
    }

    private static Answer page(String query) {
        return ALICE.get(ALICE.tasks() + (query.isEmpty() ? "" : "?" + query));
    }
}
