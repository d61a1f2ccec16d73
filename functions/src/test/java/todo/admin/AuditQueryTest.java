package todo.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.People;
import todo.testing.Person;
import todo.testing.Sql;

/// The query parameters of the audit trail. Its events are in the future, so that no log-in deletes them.
final class AuditQueryTest {
    private final Person admin = People.with("admin");
    private final AuditTrail trail = new AuditTrail(admin);

    @Test
    void each_filter_returns_only_matching_events() {
        var ada = UUID.randomUUID();
        var bob = UUID.randomUUID();
        record("export", ada, ada, "2126-01-20T10:15:30Z");
        record("log_out", bob, ada, "2126-01-20T10:15:30.000001Z");
        record("export", bob, ada, "2126-01-20T10:15:31Z");

        assertThat(trail.each("user_id=" + ada, "event")).containsExactly("export", "log_out", "export");
        assertThat(trail.each("user_id=" + ada + "&event=export", "actor_id"))
                .containsExactly(bob.toString(), ada.toString());
        assertThat(trail.each("actor_id=" + bob + "&event=log_out", "user_id")).containsExactly(ada.toString());
        assertThat(trail.each("user_id=" + ada + "&actor_id=" + ada, "event")).containsExactly("export");
        assertThat(trail.each("user_id=" + ada + "&event=nothing", "id")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "since=2126-01-20T10:15:30.000001Z, 2",
        "since=2126-01-20T10:15:30.000002Z, 1",
        "since=2126-01-20T11:15:31%2B01:00, 1",
        "until=2126-01-20T10:15:31Z, 2",
        "until=2126-01-20T10:15:30.000001Z, 1",
        "until=2126-01-20T10:15:30Z, 0",
        "since=2126-01-20T10:15:30Z&until=2126-01-20T10:15:31Z, 2",
        "since=2126-01-20T10:15:31Z&until=2126-01-20T10:15:30Z, 0",
        "since=0001-01-01T00:00:00Z&until=9999-12-31T23:59:59.999999Z, 3",
    })
    void since_is_inclusive_and_until_is_exclusive(String filter, int found) {
        var ada = UUID.randomUUID();
        record("export", ada, ada, "2126-01-20T10:15:30Z");
        record("export", ada, ada, "2126-01-20T10:15:30.000001Z");
        record("export", ada, ada, "2126-01-20T10:15:31Z");

        assertThat(trail.each("user_id=" + ada + "&" + filter, "id")).hasSize(found);
    }

    @ParameterizedTest
    @CsvSource({
        "event=, event TOO_SHORT",
        "event=%00, event INVALID_CHARACTER",
        "user_id=1, user_id INVALID_FORMAT",
        "user_id=, user_id INVALID_FORMAT",
        "actor_id=me, actor_id INVALID_FORMAT",
        "since=yesterday, since INVALID_FORMAT",
        "until=2026-01-20, until INVALID_FORMAT",
        "since=2126-01-20T10:15:30Z&since=2126-01-20T10:15:30Z, since REPEATED",
        "limit=0, limit INVALID_VALUE",
        "limit=101, limit INVALID_VALUE",
        "limit=999999999999, limit INVALID_VALUE",
        "request_id=1, request_id UNKNOWN_PARAMETER",
        "cursor=, cursor INVALID_VALUE",
        "cursor=%F0%9F%8E%88, cursor INVALID_VALUE",
    })
    void an_invalid_query_parameter_answers_400_and_is_named(String query, String violation) {
        admin.get("/api/v1/audit-events?" + query).isInvalid(violation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "01", "1234567890123456789", "x", "", "0199a3f2-6c1e-7b4d-9a52-3f8e1d7c6b5a"})
    void a_forged_cursor_answers_400(String key) {
        var plain = "2126-01-20T10:15:30Z " + key;
        var cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));

        admin.get("/api/v1/audit-events?cursor=" + cursor).isInvalid("cursor INVALID_VALUE");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8})
    void paging_returns_every_event_once_while_new_ones_are_recorded(int limit) {
        var ada = UUID.randomUUID();
        var moment = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        for (var number = 0; number < 7; number++) {
            record("export", ada, ada, moment.plusSeconds(number / 3).toString());
        }
        var expected = Sql.texts(
                "select id::text from audit_events where user_id = ? order by at desc, audit_events.id desc", ada);

        var listed = new ArrayList<String>();
        var cursor = "";
        do {
            var page = trail.query("user_id=" + ada + "&limit=" + limit + cursor);
            listed.addAll(page.each("audit_events", "id"));
            cursor = page.json().path("next_cursor").isNull() ? "" : "&cursor=" + page.text("next_cursor");
            record("export", ada, ada, moment.plusSeconds(60).toString());
        } while (!cursor.isEmpty());

        assertThat(listed).isEqualTo(expected);
    }

    private static void record(String event, UUID actor, UUID user, String at) {
        Sql.run(
                "insert into audit_events (event, actor_id, user_id, at) values (?, ?, ?, ?::timestamptz)",
                event,
                actor,
                user,
                at);
    }
}
