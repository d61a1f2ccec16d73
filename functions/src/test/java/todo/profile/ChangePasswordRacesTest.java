package todo.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.AccountClient.ME;
import static todo.testing.AccountClient.NEW_PASSWORD;
import static todo.testing.Api.PASSWORD;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import todo.testing.AccountClient;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.OpenTransaction;
import todo.testing.Person;
import todo.values.Ids;

/// The password of each request is checked before any of them locks the account.
final class ChangePasswordRacesTest {
    private final Api api = Api.withLongTimeouts();
    private final AccountClient ada =
            new AccountClient(AccountClient.ofNewUser().person().at(api));

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void of_concurrent_password_changes_the_first_succeeds_and_the_others_answer_401() {
        var otherSession = new AccountClient(ada.person().loggedInAgain());

        var answers = OpenTransaction.lockingAccountOf(ada.person())
                .commitDuring(List.of(
                        () -> ada.changePassword(PASSWORD, NEW_PASSWORD + " 1"),
                        () -> ada.changePassword(PASSWORD, NEW_PASSWORD + " 2"),
                        () -> otherSession.changePassword(PASSWORD, NEW_PASSWORD + " 3")));

        assertThat(answers)
                .extracting(Answer::outcome)
                .containsExactly("200", "401 INVALID_CREDENTIALS", "401 INVALID_CREDENTIALS");
        api.logIn(ada.person().email(), NEW_PASSWORD + " 1").is(200);
    }

    @Test
    void a_password_change_ends_the_session_of_a_log_in_just_before_it() {
        var answers = OpenTransaction.lockingAccountOf(ada.person())
                .commitDuring(List.of(this::logIn, () -> ada.changePassword(PASSWORD, NEW_PASSWORD)));

        assertThat(answers).extracting(Answer::outcome).containsExactly("200", "200");
        Person.of(api, answers.getFirst()).get(ME).isProblem(401, "UNAUTHENTICATED");
        ada.person().get(ME).is(200);
    }

    @Test
    void log_ins_with_the_old_password_that_wait_for_a_password_change_answer_401() {
        var answers = OpenTransaction.lockingAccountOf(ada.person())
                .commitDuring(List.of(() -> ada.changePassword(PASSWORD, NEW_PASSWORD), this::logIn, this::logIn));

        assertThat(answers)
                .extracting(Answer::outcome)
                .containsExactly("200", "401 INVALID_CREDENTIALS", "401 INVALID_CREDENTIALS");
    }

    @Test
    void a_password_change_ends_a_session_whose_log_in_commits_while_it_waits() {
        var session = Ids.next();

        OpenTransaction.loggingIn(ada.person(), session)
                .commitDuring(() -> ada.changePassword(PASSWORD, NEW_PASSWORD))
                .is(200);

        ada.person().in(session).get(ME).isProblem(401, "UNAUTHENTICATED");
        ada.person().get(ME).is(200);
    }

    private Answer logIn() {
        return ada.person().logIn().send();
    }
}
