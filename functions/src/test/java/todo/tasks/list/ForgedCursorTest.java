package todo.tasks.list;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Api;
import todo.testing.Person;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ForgedCursorTest {
    private final Person alice = Api.shared().newPerson();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01T00:00:00+18:00",
                "2026-01-01T00:00:00-16:00",
                "0000-12-31T23:00:00-02:00",
                "2026-01-01T00:00:00+00:00",
                "infinity",
                "now"
            })
    void a_cursor_with_a_timestamp_in_another_format_is_refused(String moment) {
        for (var sort : new String[] {"created_at", "updated_at", "due_date"}) {
            alice.get(alice.tasks() + "?sort_by=" + sort + "&cursor=" + cursor(sort, moment))
                    .isInvalid("cursor INVALID_VALUE");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z"})
    void a_cursor_with_the_first_or_last_timestamp_is_accepted(String moment) {
        alice.get(alice.tasks() + "?cursor=" + cursor("created_at", moment)).is(200);
    }

    private String cursor(String sort, String moment) {
        var plain = String.join(
                " ",
                scope(),
                sort.toUpperCase(Locale.ROOT),
                "DESC",
                "2",
                UUID.randomUUID().toString(),
                moment);
        return encoded(plain);
    }

    /// The first part of a genuine cursor, which identifies the list.
    private String scope() {
        alice.newTask("Buy milk");
        alice.newTask("Buy bread");
        var cursor = alice.get(alice.tasks() + "?limit=1").is(200).text("next_cursor");
        return new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split(" ", -1)[0];
    }

    private static String encoded(String plain) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
    }
}
