package todo.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Api;
import todo.testing.People;
import todo.testing.Person;

final class UsersTest {
    private static final Person ADMIN = People.with("admin");

    private final Person ada = Api.shared().newPerson();
    private final String path = path(ada.id());

    @Test
    void an_admin_gets_the_same_representation_as_the_user() {
        assertThat(ADMIN.get(path).is(200).json())
                .isEqualTo(ada.get("/api/v1/users/me").json());
        assertThat(ADMIN.get(path(ADMIN.id())).is(200).json())
                .isEqualTo(ADMIN.get("/api/v1/users/me").json());
    }

    @Test
    void an_unknown_user_answers_404() {
        var unknown = path(UUID.randomUUID());

        ADMIN.get(unknown).isProblem(404, "USER_NOT_FOUND");
        ADMIN.patch(unknown, "{\"role\": \"guest\"}").isProblem(404, "USER_NOT_FOUND");
        ADMIN.delete(unknown).isProblem(404, "USER_NOT_FOUND");
    }

    @Test
    void an_id_that_is_no_uuid_answers_400() {
        ADMIN.get("/api/v1/users/1").isInvalid("user_id INVALID_FORMAT");
        ADMIN.patch("/api/v1/users/1", "{\"role\": \"guest\"}").isInvalid("user_id INVALID_FORMAT");
        ADMIN.delete("/api/v1/users/1").isInvalid("user_id INVALID_FORMAT");
    }

    @Test
    void users_and_guests_get_403_even_for_their_own_id() {
        for (var role : new String[] {"user", "guest"}) {
            var bob = People.with(role);
            for (var users : new String[] {path, path(bob.id()), path(UUID.randomUUID())}) {
                bob.get(users).isProblem(403, "FORBIDDEN");
                bob.patch(users, "{\"role\": \"admin\"}").isProblem(403, "FORBIDDEN");
                bob.delete(users).isProblem(403, "FORBIDDEN");
            }
            bob.get("/api/v1/users").isProblem(403, "FORBIDDEN");
            bob.get("/api/v1/audit-events").isProblem(403, "FORBIDDEN");
        }
        assertThat(ADMIN.get(path).text("role")).isEqualTo("user");
    }

    @ParameterizedTest
    @ValueSource(strings = {"guest", "admin"})
    void a_new_role_applies_from_the_next_request(String role) {
        var changed = ADMIN.patch(path, "{\"role\": \"%s\"}".formatted(role)).is(200);

        assertThat(changed.text("role")).isEqualTo(role);
        assertThat(changed.json()).isEqualTo(ada.get("/api/v1/users/me").is(200).json());
        assertThat(changed.instant("updated_at")).isAfter(changed.instant("created_at"));
        ada.create("{\"title\": \"Buy milk\"}").is(role.equals("guest") ? 403 : 201);
        ada.get("/api/v1/users").is(role.equals("admin") ? 200 : 403);
    }

    @Test
    void a_revoked_role_is_lost_even_if_the_token_still_names_it() {
        ADMIN.patch(path, "{\"role\": \"admin\"}").is(200);
        var session = ada.loggedInAgain();
        session.get(path).is(200);

        ADMIN.patch(path, "{\"role\": \"user\"}").is(200);

        session.get(path).isProblem(403, "FORBIDDEN");
        session.get("/api/v1/users/me").is(200);
    }

    @Test
    void changing_role_or_is_active_leaves_the_other_unchanged() {
        ADMIN.patch(path, "{\"is_active\": false}").is(200);

        var changed = ADMIN.request("PATCH", path)
                .header("Content-Type", "application/merge-patch+json")
                .body("{\"role\": \"guest\"}")
                .send()
                .is(200);

        assertThat(changed.text("is_active")).isEqualTo("false");
        assertThat(ADMIN.patch(path, "{\"is_active\": true}").text("role")).isEqualTo("guest");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | body EMPTY",
                "{\"role\": null} | role NOT_NULL",
                "{\"is_active\": null} | is_active NOT_NULL",
                "{\"role\": \"ADMIN\"} | role INVALID_VALUE",
                "{\"role\": \"root\"} | role INVALID_VALUE",
                "{\"role\": 1} | role WRONG_TYPE",
                "{\"is_active\": \"false\"} | is_active WRONG_TYPE",
                "{\"role\": \"user\", \"email\": \"eve@example.org\"} | email UNKNOWN_FIELD",
                "{\"role\": \"user\", \"password\": \"new password\"} | password UNKNOWN_FIELD"
            })
    void an_invalid_field_answers_400_and_is_named(String body, String violation) {
        ADMIN.patch(path, body).isInvalid(violation);
    }

    @Test
    void all_invalid_fields_are_named_together() {
        ADMIN.patch(path, "{\"role\": \"\", \"is_active\": 0, \"name\": \"Eve\"}")
                .isInvalid("role INVALID_VALUE", "is_active WRONG_TYPE", "name UNKNOWN_FIELD");
    }

    private static String path(UUID id) {
        return "/api/v1/users/" + id;
    }
}
