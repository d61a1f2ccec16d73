package todo.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.People;
import todo.testing.Person;

final class AuditTrailTest {
    private final Person admin = People.with("admin");
    private final AuditTrail trail = new AuditTrail(admin);

    @Test
    void changes_of_a_user_by_an_admin_are_audited() {
        var ada = People.with("user");
        var path = "/api/v1/users/" + ada.id();
        admin.patch(path, "{\"role\": \"guest\"}").is(200);
        admin.patch(path, "{\"is_active\": false}").is(200);
        admin.patch(path, "{\"role\": \"admin\", \"is_active\": true}").is(200);
        assertThat(trail.each("actor_id=" + admin.id(), "ip")).containsOnly("127.0.0.1");
        admin.delete(path).is(200);

        assertThat(eventsWithDetails(trail.query("user_id=" + ada.id())))
                .containsExactlyInAnyOrder(
                        "role_change from user to guest",
                        "deactivation null",
                        "role_change from guest to admin",
                        "reactivation null",
                        "deletion null");
        assertThat(trail.each("user_id=" + ada.id(), "actor_id"))
                .containsOnly(admin.id().toString());
        assertThat(trail.each("actor_id=" + admin.id(), "user_id"))
                .containsOnly(ada.id().toString());
    }

    @Test
    void an_event_has_the_id_and_the_time_of_its_request() {
        var ada = People.with("user");
        var change = admin.patch("/api/v1/users/" + ada.id(), "{\"role\": \"guest\"}")
                .is(200);

        var event =
                trail.query("user_id=" + ada.id()).json().path("audit_events").path(0);

        assertThat(event.path("request_id").asText())
                .isEqualTo(change.header("X-Request-Id").orElseThrow());
        assertThat(Instant.parse(event.path("at").asText())).isEqualTo(change.instant("updated_at"));
        assertThat(event.fieldNames())
                .toIterable()
                .containsExactly("id", "event", "actor_id", "user_id", "ip", "request_id", "details", "at");
    }

    @Test
    void a_request_that_is_refused_or_changes_nothing_is_not_audited() {
        var ada = People.with("user");
        var path = "/api/v1/users/" + ada.id();

        admin.patch(path, "{\"role\": \"user\", \"is_active\": true}").is(200);
        admin.patch(path, "{\"role\": \"nobody\"}").is(400);
        ada.patch(path, "{\"role\": \"admin\"}").is(403);
        ada.delete("/api/v1/users/" + admin.id()).is(403);
        admin.delete("/api/v1/users/" + UUID.randomUUID()).is(404);

        assertThat(eventsWithDetails(trail.query("user_id=" + ada.id()))).isEmpty();
        assertThat(eventsWithDetails(trail.query("actor_id=" + admin.id()))).isEmpty();
        assertThat(eventsWithDetails(trail.query("actor_id=" + ada.id()))).isEmpty();
    }

    @Test
    void log_ins_and_log_outs_are_audited_without_secrets() {
        var ada = Api.shared().newPerson();
        Api.shared().logIn(ada.email(), "the wrong one").is(401);
        ada.loggedInAgain().post("/api/v1/auth/logout", "").is(200);

        var events = trail.query("user_id=" + ada.id());

        assertThat(events.each("audit_events", "event"))
                .containsExactly("log_out", "log_in", "log_in_failed", "register");
        assertThat(events.text()).doesNotContain("the wrong one", Api.PASSWORD, ada.token(), ada.email(), "$2");
        assertThat(trail.each("event=log_in_failed&user_id=" + ada.id(), "actor_id"))
                .containsExactly("null");
    }

    private static List<String> eventsWithDetails(Answer trail) {
        return StreamSupport.stream(trail.json().path("audit_events").spliterator(), false)
                .map(event -> event.path("event").asText() + " "
                        + event.path("details").asText())
                .toList();
    }
}
