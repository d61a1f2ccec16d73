package todo.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.Api.PASSWORD;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import todo.testing.AccountClient;
import todo.testing.Api;
import todo.testing.People;
import todo.testing.Person;
import todo.testing.Sql;

@Isolated("each log-in deletes the oldest audit events of all users")
final class AuditRetentionTest {
    private final UUID subject = UUID.randomUUID();

    @BeforeEach
    void delete_events_of_other_tests_that_a_log_in_would_delete_first() {
        Sql.run("delete from audit_events where at < now() - interval '30 days'");
    }

    @Test
    void each_log_in_deletes_twenty_expired_events() {
        var ada = Api.shared().newPerson();
        events(30, "401 days");
        events(1, "399 days");

        ada.logIn().send().is(200);
        assertThat(remaining()).isEqualTo(11);

        ada.logIn().send().is(200);
        assertThat(remaining()).isOne();
    }

    @Test
    void the_retention_period_can_be_configured() {
        events(1, "32 days");
        try (var shortRetention = Api.with(Map.of("AUDIT_RETENTION", "P1M"))) {
            shortRetention.newPerson().logIn().send().is(200);
        }

        assertThat(remaining()).isZero();
    }

    @Test
    void deleting_ones_account_removes_its_ip_addresses_from_the_audit_trail() {
        var ada = AccountClient.ofNewUser();
        Api.shared().logIn(ada.person().email(), "wrong").is(401);
        ada.changePassword(PASSWORD, "an engine of analysis").is(200);
        assertThat(addressesOf(ada.person())).isEqualTo(2);

        ada.delete("an engine of analysis").is(200);

        assertThat(addressesOf(ada.person())).isZero();
        assertThat(Sql.number(
                        "select count(*) from audit_events where user_id = ?",
                        ada.person().id()))
                .isEqualTo(3);
    }

    @Test
    void a_deletion_by_an_admin_removes_the_users_ip_addresses_from_the_audit_trail() {
        var ada = AccountClient.ofNewUser();
        var admin = People.with("admin");
        ada.changePassword(PASSWORD, "an engine of analysis").is(200);

        admin.delete("/api/v1/users/" + ada.person().id()).is(200);

        assertThat(Sql.texts(
                        "select event from audit_events where user_id = ? and ip is not null",
                        ada.person().id()))
                .containsExactly("deletion");
        assertThat(Sql.texts(
                        "select actor_id::text from audit_events where user_id = ? and ip is not null",
                        ada.person().id()))
                .containsExactly(admin.id().toString());
    }

    @Test
    void reading_another_users_tasks_as_an_admin_is_audited_and_reading_ones_own_is_not() {
        var ada = Api.shared().newPerson();
        var task = ada.newTask("Buy milk");
        var admin = People.with("admin");

        admin.get(ada.tasks()).is(200);
        admin.get(ada.task(task)).is(200);
        admin.get(ada.tasks() + "/changes").is(200);
        ada.get(ada.tasks()).is(200);
        People.with("user").get(ada.tasks()).is(403);

        assertThat(Sql.texts(
                        "select event || ' by ' || actor_id from audit_events where user_id = ? and event like 'task%'",
                        ada.id()))
                .hasSize(3)
                .containsOnly("tasks_read by " + admin.id());
    }

    private void events(int many, String age) {
        Sql.run(
                "insert into audit_events (event, user_id, at) select 'old', ?, now() - ?::interval from generate_series(1, ?)",
                subject,
                age,
                many);
    }

    private long remaining() {
        return Sql.number("select count(*) from audit_events where user_id = ?", subject);
    }

    private static long addressesOf(Person person) {
        return Sql.number(
                "select count(*) from audit_events where (user_id = ? or actor_id = ?) and ip is not null",
                person.id(),
                person.id());
    }
}
