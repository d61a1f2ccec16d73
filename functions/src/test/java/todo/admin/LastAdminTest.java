package todo.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import todo.testing.People;
import todo.testing.Sql;

/// Somebody can always administer.
final class LastAdminTest {
    @BeforeEach
    void there_are_no_others() {
        Sql.run("update users set role = 'user' where role = 'admin'");
    }

    @ParameterizedTest
    @EnumSource
    void the_last_admin_stays(Removal removal) {
        var ada = People.with("admin");

        removal.of(ada, ada).isProblem(409, "LAST_ADMIN");

        assertThat(admins()).containsExactly(ada.id().toString());
        ada.get("/api/v1/users").is(200);
        assertThat(Sql.texts("select event from audit_events where user_id = ?", ada.id()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void an_admin_who_is_deactivated_does_not_count(Removal removal) {
        var ada = People.with("admin");
        var bob = People.with("admin");
        ada.patch("/api/v1/users/" + bob.id(), "{\"is_active\": false}").is(200);

        removal.of(ada, ada).isProblem(409, "LAST_ADMIN");

        removal.of(ada, bob).is(200);
    }

    @ParameterizedTest
    @EnumSource
    void an_admin_may_go_while_another_stays(Removal removal) {
        var ada = People.with("admin");
        var bob = People.with("admin");

        removal.of(ada, ada).is(200);

        assertThat(admins()).containsExactly(bob.id().toString());
        assertThat(ada.get("/api/v1/users").status()).isIn(401, 403);
    }

    @Test
    void what_takes_nothing_away_is_no_removal() {
        var ada = People.with("admin");

        ada.patch("/api/v1/users/" + ada.id(), "{\"role\": \"admin\", \"is_active\": true}")
                .is(200);
        ada.patch("/api/v1/users/" + People.with("user").id(), "{\"role\": \"guest\", \"is_active\": false}")
                .is(200);
    }

    private static List<String> admins() {
        return Sql.texts("select id::text from users where role = 'admin' and is_active");
    }
}
