package todo.reauthentication;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.AccountClient.ME;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.AccountClient;
import todo.testing.Api;
import todo.testing.People;
import todo.testing.Person;
import todo.testing.Sql;

/// Accounts that were created by a sign-in with a provider.
final class AccountWithoutPasswordTest {
    private static final String PASSWORD = "an engine of analysis";

    private final AccountClient account = AccountClient.ofNewUser();
    private final Person ada = account.person();

    AccountWithoutPasswordTest() {
        Sql.run("update users set password_hash = null where id = ?", ada.id());
        People.link(ada, "google");
    }

    @Test
    void a_fresh_session_sets_the_first_password() {
        account.changePassword("", PASSWORD).is(200);

        Api.shared().logIn(ada.email(), PASSWORD).is(200);
        assertThat(ada.get(ME + "/identities").json().path("has_password").asBoolean())
                .isTrue();
        account.changePassword("", PASSWORD).isProblem(401, "INVALID_CREDENTIALS");
    }

    @Test
    void a_fresh_session_changes_the_email() {
        account.changeEmail(Api.newEmail(), "").is(200);
    }

    @Test
    void a_fresh_session_deletes_the_account() {
        account.delete("").is(200);

        ada.get(ME).isProblem(401, "UNAUTHENTICATED");
    }

    @Test
    void a_session_of_more_than_ten_minutes_must_sign_in_again() {
        Sql.run("update sessions set created_at = now() - interval '10 minutes' where id = ?", ada.session());

        account.changePassword("", PASSWORD).isProblem(401, "INVALID_CREDENTIALS");
        account.changeEmail(Api.newEmail(), "").isProblem(401, "INVALID_CREDENTIALS");
        account.delete("").isProblem(401, "INVALID_CREDENTIALS");

        new AccountClient(People.inAnotherSession(ada)).delete("").is(200);
    }

    @Test
    void any_other_password_is_wrong_and_counts_towards_a_lockout() {
        for (var attempt = 0; attempt < 5; attempt++) {
            account.delete("wrong").isProblem(401, "INVALID_CREDENTIALS");
        }

        account.delete("").isProblem(429, "ACCOUNT_LOCKED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "correct horse battery staple"})
    void logging_in_with_any_password_fails_like_a_wrong_one(String password) {
        var unknown = Api.shared().logIn(Api.newEmail(), password);

        var answer = Api.shared().logIn(ada.email(), password);

        answer.isProblem(401, "INVALID_CREDENTIALS");
        assertThat(answer.stableText()).isEqualTo(unknown.stableText());
    }

    @Test
    void an_account_with_a_password_never_has_an_empty_one() {
        AccountClient.ofNewUser().delete("").isProblem(401, "INVALID_CREDENTIALS");
    }
}
