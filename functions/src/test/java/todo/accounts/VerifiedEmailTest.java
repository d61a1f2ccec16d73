package todo.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.Api.PASSWORD;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import todo.testing.AccountClient;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Authenticator;
import todo.testing.Links;
import todo.testing.People;
import todo.testing.Person;
import todo.testing.Sql;

/// The setting that requires a verified email to log in.
final class VerifiedEmailTest {
    private final Api api = Api.complete(Map.of("REQUIRE_VERIFIED_EMAIL", "true"));
    private final Person ada = AccountClient.ofNewUser().person().at(api);

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void an_unverified_account_is_refused_after_the_right_password() {
        ada.logIn().send().isProblem(403, "EMAIL_NOT_VERIFIED");
        api.logIn(ada.email(), "wrong").isProblem(401, "INVALID_CREDENTIALS");

        assertThat(People.auditTrail(ada)).first().isEqualTo("log_in_refused by " + ada.id());
    }

    @Test
    void an_unverified_account_with_two_factor_is_refused_after_the_right_code() {
        var app = Authenticator.of(ada);

        app.logInWithoutCode().isProblem(401, "TOTP_REQUIRED");
        app.logIn(app.wrongCode()).isProblem(401, "INVALID_TOTP");
        app.logIn(app.code(1)).isProblem(403, "EMAIL_NOT_VERIFIED");
    }

    @Test
    void it_can_log_in_once_its_email_is_verified() {
        api.post(Links.VERIFY, Links.tokenForm(new Links(ada).verification(ada.email())))
                .is(200);

        ada.logIn().send().is(200);
    }

    @Test
    void a_reset_password_verifies_the_email_as_well() {
        api.post(Links.RESET, Links.resetForm(new Links(ada).reset(), AccountClient.NEW_PASSWORD))
                .is(200);

        api.logIn(ada.email(), AccountClient.NEW_PASSWORD).is(200);
    }

    @Test
    void an_inactive_account_is_refused_as_inactive() {
        Sql.run("update users set is_active = false where id = ?", ada.id());

        ada.logIn().send().isProblem(403, "ACCOUNT_INACTIVE");
    }

    @Test
    void registration_starts_a_session_which_can_not_be_renewed_before_the_email_is_verified() {
        var bob = api.newPerson();
        bob.get(AccountClient.ME).is(200);

        refresh(bob).isProblem(403, "EMAIL_NOT_VERIFIED");

        Sql.run("update users set email_verified = true where id = ?", bob.id());
        refresh(bob).is(200);
    }

    @Test
    void by_default_an_unverified_account_can_log_in() {
        Api.shared().logIn(ada.email(), PASSWORD).is(200);
    }

    private static Answer refresh(Person person) {
        return person.request("POST", "/api/v1/auth/refresh").send();
    }
}
