package todo.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import todo.testing.People;
import todo.testing.Sql;

/// At least one active admin always remains.
@Isolated("demotes all admins")
final class LastAdminTest {
    @BeforeEach
    void demote_all_admins() {
        ActiveAdmins.demoteAll();
    }

    @ParameterizedTest
    @EnumSource
    void removing_the_last_admin_answers_409(AdminRemoval removal) {
        var ada = People.with("admin");

        removal.of(ada, ada).isProblem(409, "LAST_ADMIN");

        assertThat(ActiveAdmins.ids()).containsExactly(ada.id().toString());
        ada.get("/api/v1/users").is(200);
        assertThat(Sql.texts("select event from audit_events where user_id = ?", ada.id()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_deactivated_admin_does_not_count_as_one(AdminRemoval removal) {
        var ada = People.with("admin");
        var bob = People.with("admin");
        ada.patch("/api/v1/users/" + bob.id(), "{\"is_active\": false}").is(200);

        removal.of(ada, ada).isProblem(409, "LAST_ADMIN");

        removal.of(ada, bob).is(200);
    }

    @ParameterizedTest
    @EnumSource
    void admins_may_remove_themselves_while_another_remains(AdminRemoval removal) {
        var ada = People.with("admin");
        var bob = People.with("admin");

        removal.of(ada, ada).is(200);

        assertThat(ActiveAdmins.ids()).containsExactly(bob.id().toString());
        assertThat(ada.get("/api/v1/users").status()).isIn(401, 403);
    }

    @Test
    void the_last_admin_may_be_patched_without_losing_the_role() {
        var ada = People.with("admin");

        ada.patch("/api/v1/users/" + ada.id(), "{\"role\": \"admin\", \"is_active\": true}")
                .is(200);
        ada.patch("/api/v1/users/" + People.with("user").id(), "{\"role\": \"guest\", \"is_active\": false}")
                .is(200);
    }
}
