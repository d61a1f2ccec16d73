package todo.export;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.AccountClient.EXPORT;
import static todo.testing.AccountClient.ME;

import java.util.List;
import org.junit.jupiter.api.Test;
import todo.testing.AccountClient;
import todo.testing.Authenticator;
import todo.testing.People;
import todo.testing.Person;
import todo.testing.Sql;

final class ExportTest {
    private final AccountClient account = AccountClient.ofNewUser();
    private final Person ada = account.person();

    @Test
    void events_caused_by_others_are_exported_without_actor_and_ip_address() {
        var admin = People.with("admin");
        var ada = People.with("user");
        admin.patch("/api/v1/users/" + ada.id(), "{\"role\": \"guest\"}").is(200);

        var export = ada.get("/api/v1/users/me/export").is(200);

        assertThat(export.text())
                .contains("role_change")
                .doesNotContain(admin.id().toString());
        assertThat(export.json().at("/audit_events/0/event").asText()).isEqualTo("role_change");
        assertThat(export.json().at("/audit_events/0/ip").isNull()).isTrue();
    }

    @Test
    void exports_are_audited_once_a_day() {
        var ada = People.with("user");
        ada.get("/api/v1/users/me/export").is(200);
        ada.get("/api/v1/users/me/export").is(200);
        assertThat(exports(ada)).isOne();

        Sql.run("update audit_events set at = at - interval '25 hours' where user_id = ?", ada.id());
        ada.get("/api/v1/users/me/export").is(200);
        assertThat(exports(ada)).isEqualTo(2);
    }

    private static long exports(Person person) {
        return Sql.number("select count(*) from audit_events where user_id = ? and event = 'export'", person.id());
    }

    @Test
    void a_small_account_is_exported_in_one_page() {
        var task = ada.newTask("Buy milk");
        account.delete("wrong").is(401);

        var page = ada.get(EXPORT).is(200);

        assertThat(page.json().fieldNames())
                .toIterable()
                .containsExactly(
                        "profile", "identities", "two_factor", "sessions", "audit_events", "tasks", "next_cursor");
        assertThat(page.json().path("profile")).isEqualTo(ada.get(ME).json());
        assertThat(page.json().path("sessions"))
                .isEqualTo(ada.get(AccountClient.SESSIONS).json().path("sessions"));
        assertThat(page.each("audit_events", "event")).containsExactly("password_check_failed");
        assertThat(page.each("audit_events", "actor_id"))
                .containsExactly(ada.id().toString());
        assertThat(page.json().path("tasks").path(0))
                .isEqualTo(ada.get(ada.task(task)).json());
        assertThat(page.json().path("tasks")).hasSize(1);
        assertThat(page.json().path("next_cursor").isNull()).isTrue();
    }

    @Test
    void identities_are_exported_on_the_first_page_with_their_subjects() {
        ada.newTask("Buy milk");
        People.link(ada, "google");
        People.link(ada, "github");
        Sql.run(
                "update identities set email = null, last_used_at = now() where user_id = ? and provider = 'github'",
                ada.id());

        var page = ada.get(EXPORT + "?limit=1").is(200);

        assertThat(page.each("identities", "provider")).containsExactly("github", "google");
        assertThat(page.each("identities", "subject")).containsExactly(ada.id() + "@github", ada.id() + "@google");
        assertThat(page.each("identities", "issuer")).containsOnly("https://issuer.example.com");
        assertThat(page.each("identities", "email")).containsExactly("null", ada.email());
        assertThat(page.json().at("/identities/0/last_used_at").isTextual()).isTrue();
        assertThat(page.json().at("/identities/1/last_used_at").isNull()).isTrue();
        var next = ada.get(EXPORT + "?cursor=" + page.text("next_cursor")).is(200);
        assertThat(next.json().path("identities")).isEmpty();
    }

    @Test
    void the_first_page_shows_the_state_of_two_factor_but_neither_its_secret_nor_its_codes() {
        assertThat(ada.get(EXPORT).json().at("/two_factor/enabled").asBoolean()).isFalse();
        var app = Authenticator.of(ada);
        app.logIn(app.code(1)).is(200);

        var page = ada.get(EXPORT + "?limit=1").is(200);

        assertThat(page.json().path("two_factor"))
                .isEqualTo(ada.get(Authenticator.TOTP).json());
        assertThat(page.json().at("/two_factor/enabled").asBoolean()).isTrue();
        assertThat(page.text())
                .doesNotContain(app.secret())
                .doesNotContain(Sql.texts("select encode(secret, 'hex') from totp_secrets where user_id = ?", ada.id()))
                .doesNotContain(
                        Sql.texts("select encode(hash, 'hex') from recovery_codes where user_id = ?", ada.id()));
        var next =
                ada.get(EXPORT + "?limit=1&cursor=" + page.text("next_cursor")).is(200);
        assertThat(next.json().path("two_factor").isNull()).isTrue();
    }

    @Test
    void changes_by_an_admin_are_in_the_exports_of_the_admin_and_of_the_user() {
        var admin = People.with("admin");
        ada.newTask("Buy milk");
        admin.patch("/api/v1/users/" + ada.id(), "{\"role\": \"guest\"}").is(200);

        for (var page : List.of(admin.get(EXPORT).is(200), ada.get(EXPORT).is(200))) {
            assertThat(page.each("audit_events", "event")).containsExactly("role_change");
        }
        assertThat(admin.get(EXPORT).each("audit_events", "actor_id"))
                .containsOnly(admin.id().toString());
        assertThat(admin.get(EXPORT).each("tasks", "id")).isEmpty();
    }

    @Test
    void an_export_contains_nothing_of_other_users() {
        var bob = AccountClient.ofNewUser().person();
        bob.newTask("Buy milk");
        bob.get(EXPORT).is(200);

        var page = ada.get(EXPORT).is(200);

        assertThat(page.text()).doesNotContain(bob.id().toString(), bob.email());
        assertThat(new ExportPage(page).items()).hasSize(1);
    }
}
