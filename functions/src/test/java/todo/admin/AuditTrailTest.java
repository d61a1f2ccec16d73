package todo.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.People;
import todo.testing.Person;
import todo.testing.Sql;

final class AuditTrailTest {
    private final Person admin = People.with("admin");

    @Test
    void what_an_admin_does_to_a_user_is_on_record() {
        var ada = People.with("user");
        var path = "/api/v1/users/" + ada.id();
        admin.patch(path, "{\"role\": \"guest\"}").is(200);
        admin.patch(path, "{\"is_active\": false}").is(200);
        admin.patch(path, "{\"role\": \"admin\", \"is_active\": true}").is(200);
        admin.delete(path).is(200);

        assertThat(told(trail("user_id=" + ada.id())))
                .containsExactlyInAnyOrder(
                        "role_change from user to guest",
                        "deactivation null",
                        "role_change from guest to admin",
                        "reactivation null",
                        "deletion null");
        assertThat(each(trail("user_id=" + ada.id()), "actor_id"))
                .containsOnly(admin.id().toString());
        assertThat(each(trail("actor_id=" + admin.id()), "user_id"))
                .containsOnly(ada.id().toString());
        assertThat(each(trail("actor_id=" + admin.id()), "ip")).containsOnly("127.0.0.1");
    }

    @Test
    void a_record_names_its_request_and_its_time() {
        var before = Instant.now().minusSeconds(1);
        var ada = People.with("user");
        var change = admin.patch("/api/v1/users/" + ada.id(), "{\"role\": \"guest\"}")
                .is(200);

        var event = trail("user_id=" + ada.id()).json().path("audit_events").path(0);

        assertThat(event.path("request_id").asText())
                .isEqualTo(change.header("X-Request-Id").orElseThrow());
        assertThat(Instant.parse(event.path("at").asText()))
                .isBetween(before, Instant.now().plusSeconds(1));
        assertThat(event.fieldNames())
                .toIterable()
                .containsExactly("id", "event", "actor_id", "user_id", "ip", "request_id", "details", "at");
    }

    @Test
    void what_changes_nothing_or_is_refused_leaves_no_record() {
        var ada = People.with("user");
        var path = "/api/v1/users/" + ada.id();

        admin.patch(path, "{\"role\": \"user\", \"is_active\": true}").is(200);
        admin.patch(path, "{\"role\": \"nobody\"}").is(400);
        ada.patch(path, "{\"role\": \"admin\"}").is(403);
        ada.delete("/api/v1/users/" + admin.id()).is(403);
        admin.delete("/api/v1/users/" + UUID.randomUUID()).is(404);

        assertThat(told(trail("user_id=" + ada.id()))).isEmpty();
        assertThat(told(trail("actor_id=" + admin.id()))).isEmpty();
        assertThat(told(trail("actor_id=" + ada.id()))).isEmpty();
    }

    @Test
    void it_tells_of_log_ins_and_of_no_secret() {
        var ada = Api.shared().newPerson();
        Api.shared().logIn(ada.email(), "the wrong one").is(401);
        ada.loggedInAgain().post("/api/v1/auth/logout", "").is(200);

        var trail = trail("user_id=" + ada.id());

        assertThat(each(trail, "event")).containsExactly("log_out", "log_in", "log_in_failed", "register");
        assertThat(trail.text()).doesNotContain("the wrong one", Api.PASSWORD, ada.token(), ada.email(), "$2");
        assertThat(each(trail("event=log_in_failed&user_id=" + ada.id()), "actor_id"))
                .containsExactly("null");
    }

    @Test
    void a_filter_lets_through_what_it_says() {
        var ada = UUID.randomUUID();
        var bob = UUID.randomUUID();
        record("export", ada, ada, "2026-01-20T10:15:30Z");
        record("log_out", bob, ada, "2026-01-20T10:15:30.000001Z");
        record("export", bob, ada, "2026-01-20T10:15:31Z");

        assertThat(each(trail("user_id=" + ada), "event")).containsExactly("export", "log_out", "export");
        assertThat(each(trail("user_id=" + ada + "&event=export"), "actor_id"))
                .containsExactly(bob.toString(), ada.toString());
        assertThat(each(trail("actor_id=" + bob + "&event=log_out"), "user_id")).containsExactly(ada.toString());
        assertThat(each(trail("user_id=" + ada + "&actor_id=" + ada), "event")).containsExactly("export");
        assertThat(told(trail("user_id=" + ada + "&event=nothing"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "since=2026-01-20T10:15:30.000001Z, 2",
        "since=2026-01-20T10:15:30.000002Z, 1",
        "since=2026-01-20T11:15:31%2B01:00, 1",
        "until=2026-01-20T10:15:31Z, 2",
        "until=2026-01-20T10:15:30.000001Z, 1",
        "until=2026-01-20T10:15:30Z, 0",
        "since=2026-01-20T10:15:30Z&until=2026-01-20T10:15:31Z, 2",
        "since=2026-01-20T10:15:31Z&until=2026-01-20T10:15:30Z, 0",
        "since=0001-01-01T00:00:00Z&until=9999-12-31T23:59:59.999999Z, 3",
    })
    void since_counts_the_moment_itself_and_until_does_not(String filter, int found) {
        var ada = UUID.randomUUID();
        record("export", ada, ada, "2026-01-20T10:15:30Z");
        record("export", ada, ada, "2026-01-20T10:15:30.000001Z");
        record("export", ada, ada, "2026-01-20T10:15:31Z");

        assertThat(told(trail("user_id=" + ada + "&" + filter))).hasSize(found);
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
        "since=2026-01-20T10:15:30Z&since=2026-01-20T10:15:30Z, since REPEATED",
        "limit=0, limit INVALID_VALUE",
        "limit=101, limit INVALID_VALUE",
        "limit=999999999999, limit INVALID_VALUE",
        "request_id=1, request_id UNKNOWN_PARAMETER",
        "cursor=, cursor INVALID_VALUE",
        "cursor=%F0%9F%8E%88, cursor INVALID_VALUE",
    })
    void what_is_wrong_with_a_query_is_named(String query, String violation) {
        admin.get("/api/v1/audit-events?" + query).isInvalid(violation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "01", "1234567890123456789", "x", "", "0199a3f2-6c1e-7b4d-9a52-3f8e1d7c6b5a"})
    void a_cursor_that_someone_has_made_is_refused(String key) {
        var plain = "2026-01-20T10:15:30Z " + key;
        var cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));

        admin.get("/api/v1/audit-events?cursor=" + cursor).isInvalid("cursor INVALID_VALUE");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8})
    void walking_meets_every_event_once_while_others_come(int limit) {
        var ada = UUID.randomUUID();
        var moment = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        for (var number = 0; number < 7; number++) {
            record("export", ada, ada, moment.plusSeconds(number / 3).toString());
        }
        var expected = Sql.texts("select id::text from audit_events where user_id = ? order by at desc, id desc", ada);

        var met = new ArrayList<String>();
        var cursor = "";
        do {
            var page = trail("user_id=" + ada + "&limit=" + limit + cursor);
            met.addAll(each(page, "id"));
            cursor = page.json().path("next_cursor").isNull() ? "" : "&cursor=" + page.text("next_cursor");
            record("export", ada, ada, moment.plusSeconds(60).toString());
        } while (!cursor.isEmpty());

        assertThat(met).isEqualTo(expected);
    }

    private static void record(String event, UUID actor, UUID user, String at) {
        Sql.run(
                "insert into audit_events (event, actor_id, user_id, at) values (?, ?, ?, ?::timestamptz)",
                event,
                actor,
                user,
                at);
    }

    private Answer trail(String query) {
        return admin.get("/api/v1/audit-events?" + query).is(200);
    }

    private static List<String> each(Answer trail, String member) {
        return trail.each("audit_events", member);
    }

    private static List<String> told(Answer trail) {
        return StreamSupport.stream(trail.json().path("audit_events").spliterator(), false)
                .map(event -> event.path("event").asText() + " "
                        + event.path("details").asText())
                .toList();
    }
}
