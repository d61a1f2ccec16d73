package todo.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.AccountClient.ME;
import static todo.testing.AccountClient.NEW_PASSWORD;
import static todo.testing.Api.PASSWORD;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import todo.testing.AccountClient;
import todo.testing.Api;
import todo.testing.People;
import todo.testing.Sql;

final class ChangePasswordTest {
    private final Api api = Api.shared();
    private final AccountClient ada = AccountClient.ofNewUser();

    @Test
    void the_new_password_is_valid_and_the_old_one_is_not() {
        var answer = ada.changePassword(PASSWORD, NEW_PASSWORD).is(200);

        assertThat(answer.text("message")).isEqualTo("Successfully changed the password and ended all other sessions");
        api.logIn(ada.person().email(), NEW_PASSWORD).is(200);
        api.logIn(ada.person().email(), PASSWORD).isProblem(401, "INVALID_CREDENTIALS");
    }

    @Test
    void all_other_sessions_end() {
        var elsewhere = ada.person().loggedInAgain();
        elsewhere.get(ME).is(200);

        ada.changePassword(PASSWORD, NEW_PASSWORD).is(200);

        elsewhere.get(ME).isProblem(401, "UNAUTHENTICATED");
        ada.person().get(ME).is(200);
        assertThat(ada.person().get(AccountClient.SESSIONS).is(200).json().path("sessions"))
                .hasSize(1);
    }

    @Test
    void the_session_that_changes_the_password_stays_valid_even_if_it_was_idle() {
        People.setIdle(ada.person(), "1 hour");

        ada.changePassword(PASSWORD, NEW_PASSWORD).is(200);

        ada.person().get(ME).is(200);
    }

    @Test
    void a_wrong_password_changes_nothing() {
        var refused = ada.changePassword("wrong", NEW_PASSWORD).isProblem(401, "INVALID_CREDENTIALS");

        assertThat(refused.header("x-amzn-Remapped-WWW-Authenticate")).hasValue("Bearer");
        api.logIn(ada.person().email(), PASSWORD).is(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"current_password": "x"}                                | new_password REQUIRED
            {"new_password": "an engine of analysis"}                | current_password REQUIRED
            {"current_password": null, "new_password": "an engine of analysis"} | current_password REQUIRED
            {"current_password": "x", "new_password": 12345678}      | new_password WRONG_TYPE
            {"current_password": "x", "new_password": "zq7Vk2p"}     | new_password WEAK_PASSWORD
            {"current_password": "x", "new_password": "password1"}   | new_password WEAK_PASSWORD
            {"current_password": "x", "new_password": "aaaaaaaaaaaa"} | new_password WEAK_PASSWORD
            {"current_password": "x", "new_password": "zq7Vk2pX\\u0000"} | new_password INVALID_CHARACTER
            {"current_password": "x", "new_password": "an engine of analysis", "password": "x"} | password UNKNOWN_FIELD
            """)
    void invalid_fields_are_refused_before_the_password_is_checked(String json, String violation) {
        ada.person().put(AccountClient.PASSWORD, json).isInvalid(violation);
    }

    @Test
    void a_password_has_at_most_128_characters() {
        var longest = "correct horse ".repeat(10).substring(0, 128);

        ada.changePassword(PASSWORD, longest + "!").isInvalid("new_password WEAK_PASSWORD");
        ada.changePassword(PASSWORD, longest).is(200);
        ada.changePassword(longest, "zq7Vk2pX").is(200);
    }

    @Test
    void the_users_own_email_and_names_are_weak_passwords_and_no_failures() {
        ada.change("{\"name\": \"Augusta Ada King\", \"first_name\": \"Augusta\", \"last_name\": \"Lovelace\"}")
                .is(200);

        for (var weak : List.of(ada.person().email(), "augusta ada king", "lovelace1", "Augusta Ada King")) {
            var refused = ada.changePassword(PASSWORD, weak).isInvalid("new_password WEAK_PASSWORD");
            assertThat(refused.text("detail")).startsWith("New password ");
        }

        ada.changePassword("wrong", "augusta ada king").isProblem(401, "INVALID_CREDENTIALS");
        ada.changePassword("wrong", NEW_PASSWORD).isProblem(401, "INVALID_CREDENTIALS");
        ada.changePassword(PASSWORD, NEW_PASSWORD).is(200);
    }

    @Test
    void changes_and_wrong_passwords_are_recorded() {
        ada.changePassword("wrong", NEW_PASSWORD).is(401);
        ada.changePassword(PASSWORD, NEW_PASSWORD).is(200);

        assertThat(People.auditTrail(ada.person()))
                .containsExactly(
                        "password_check_failed by " + ada.person().id(),
                        "password_change by " + ada.person().id());
    }

    @Test
    void a_password_change_counts_as_one_request() {
        var id = ada.person().id();
        try (var limited = Api.with(Map.of("RATE_LIMIT_USER", "1"))) {
            var bound = new AccountClient(ada.person().at(limited));

            bound.changePassword(PASSWORD, NEW_PASSWORD).is(200);
            bound.changePassword(NEW_PASSWORD, PASSWORD).isProblem(429, "RATE_LIMITED");
        }
        assertThat(Sql.number("select count(*) from attempts where key = md5('password ' || ?)::uuid", id.toString()))
                .isZero();
    }
}
