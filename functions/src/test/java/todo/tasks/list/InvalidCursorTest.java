package todo.tasks.list;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Person;

final class InvalidCursorTest {
    private static final Person ALICE = ManyTasks.ownerOf(9);

    @ParameterizedTest
    @CsvSource({"sort_by=title", "order=asc", "sort_by=updated_at&order=desc"})
    void a_cursor_with_another_order_is_refused(String order) {
        list(order + "&cursor=" + cursor("")).isInvalid("cursor INVALID_VALUE");
    }

    @Test
    void a_cursor_of_another_user_or_other_filters_is_refused() {
        var alice = Api.shared().newPerson();
        var bob = Api.shared().newPerson();
        for (var person : new Person[] {alice, bob}) {
            person.newTask("Buy milk");
            person.newTask("Buy bread");
        }
        var cursor =
                alice.get(alice.tasks() + "?limit=1&status=pending").is(200).text("next_cursor");

        bob.get(bob.tasks() + "?limit=1&status=pending&cursor=" + cursor).isInvalid("cursor INVALID_VALUE");
        alice.get(alice.tasks() + "?limit=1&cursor=" + cursor).isInvalid("cursor INVALID_VALUE");
        alice.get(alice.tasks() + "?limit=1&status=pending&priority=medium&cursor=" + cursor)
                .isInvalid("cursor INVALID_VALUE");
        alice.get(alice.tasks() + "?limit=2&status=pending&cursor=" + cursor).is(200);
    }

    @Test
    void a_cursor_together_with_a_page_is_refused() {
        list("page=1&cursor=" + cursor("")).isInvalid("cursor AMBIGUOUS");
        list("page=1&page=2&cursor=x").isInvalid("cursor INVALID_VALUE", "cursor AMBIGUOUS", "page REPEATED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "%20", "x", "null", "0", "!!!!", "AAAA", "%00", "🎈", "Q1JFQVRFRF9BVA", "../../etc/passwd"})
    void a_text_that_is_no_cursor_is_refused(String cursor) {
        list("cursor=" + cursor.replace("🎈", "%F0%9F%8E%88")).isInvalid("cursor INVALID_VALUE");
    }

    @Test
    void a_truncated_cursor_is_refused() {
        var cursor = cursor("");
        for (var length = 1; length < cursor.length() - 20; length += 7) {
            list("cursor=" + cursor.substring(0, length)).isInvalid("cursor INVALID_VALUE");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "created_at, CREATED_AT, created_at",
        "created_at, CREATED_AT, ID",
        "created_at, DESC, SIDEWAYS",
        "created_at, ' 2 ', ' 1 '",
        "created_at, ' 2 ', ' -2 '",
        "created_at, ' 2 ', ' two '",
        "created_at, ' 2 ', ' 99999999999 '",
        "created_at, '-', ''",
        "created_at, Z, ''",
        "created_at, 2026-01, 2026-13",
        "created_at, 2026-01-20T10:15:30, infinity",
        "due_date, 2026, 0000",
        "due_date, Z, ' or true'",
        "priority, urgent, urgentest",
        "priority, urgent, ''",
        "title, 😀, ''",
        "title, 😀, '\0'",
    })
    void an_edited_cursor_is_refused(String sort, String what, String by) {
        var plain = new String(Base64.getUrlDecoder().decode(cursor("&sort_by=" + sort)), UTF_8);
        assertThat(plain).contains(what);

        var edited =
                Base64.getUrlEncoder().encodeToString(plain.replace(what, by).getBytes(UTF_8));

        list("sort_by=" + sort + "&cursor=" + edited.replace("=", "")).isInvalid("cursor INVALID_VALUE");
    }

    private static String cursor(String order) {
        return list("limit=1" + order).text("next_cursor");
    }

    private static Answer list(String query) {
        return ALICE.get(ALICE.tasks() + "?" + query);
    }
}
