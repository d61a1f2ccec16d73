package todo.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Api;
import todo.testing.People;
import todo.testing.Person;

final class LogOutTest {
    private static final String LOG_OUT = "/api/v1/auth/logout";

    private final Person ada = Api.shared().newPerson();

    @ParameterizedTest
    @ValueSource(strings = {LOG_OUT, "/api/auth/logout"})
    void every_route_ends_the_session(String route) {
        ada.get("/api/v1/users/me").is(200);

        var answer = ada.request("POST", route).send().is(200);

        assertThat(answer.text()).isEqualTo("{\"message\":\"Successfully logged out\"}");
        ada.get("/api/v1/users/me").isProblem(401, "UNAUTHENTICATED");
        ada.get(ada.tasks()).isProblem(401, "UNAUTHENTICATED");
    }

    @Test
    void other_sessions_stay_valid() {
        var elsewhere = ada.loggedInAgain();

        ada.request("POST", LOG_OUT).send().is(200);

        elsewhere.get("/api/v1/users/me").is(200);
    }

    @Test
    void an_idle_session_can_log_out() {
        People.setIdle(ada, "1 hour");

        ada.request("POST", LOG_OUT).send().is(200);

        ada.get("/api/v1/users/me").isProblem(401, "UNAUTHENTICATED");
    }

    @Test
    void logging_out_twice_answers_401() {
        ada.request("POST", LOG_OUT).send().is(200);

        ada.request("POST", LOG_OUT).send().isProblem(401, "UNAUTHENTICATED");
    }

    @Test
    void logging_out_without_a_token_answers_401() {
        Api.shared().request("POST", LOG_OUT).send().isProblem(401, "UNAUTHENTICATED");
    }
}
