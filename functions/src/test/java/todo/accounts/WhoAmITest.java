package todo.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Api;
import todo.testing.Person;

@TestInstance(Lifecycle.PER_CLASS)
final class WhoAmITest {
    private final Person ada = Api.shared().newPerson();

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/users/me", "/api/v1/auth/me", "/api/auth/me"})
    void every_route_returns_the_user(String route) {
        var me = ada.get(route).is(200);

        assertThat(me.id()).isEqualTo(ada.id());
        assertThat(me.text("email")).isEqualTo(ada.email());
        assertThat(me.text()).doesNotContain("password", "hash");
        assertThat(me.header("Cache-Control")).hasValue("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/users/me", "/api/v1/auth/me", "/api/auth/me"})
    void every_route_answers_401_without_a_token(String route) {
        var answer = Api.shared().get(route).isProblem(401, "UNAUTHENTICATED");

        assertThat(answer.header("WWW-Authenticate").orElseThrow()).startsWith("Bearer");
    }

    @Test
    void timestamps_are_in_utc_to_the_microsecond_at_most() {
        var me = ada.get("/api/v1/users/me").is(200);

        assertThat(me.text("created_at"))
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?Z")
                .isEqualTo(me.text("updated_at"));
    }
}
