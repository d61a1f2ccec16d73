package todo.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.AccountClient.ME;
import static todo.testing.Api.PASSWORD;

import org.junit.jupiter.api.Test;
import todo.testing.AccountClient;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Burst;
import todo.testing.Pending;
import todo.testing.Person;
import todo.values.Ids;

final class ChangePasswordRacesTest {
    private static final String NEXT = "an engine of analysis";

    private final Api api = Api.shared();
    private final AccountClient ada = AccountClient.ofNewUser();

    @Test
    void of_changes_at_once_one_is_made() {
        var elsewhere = new AccountClient(ada.person().loggedInAgain());

        var answers = Burst.ofOneUser(
                4, number -> (number % 2 == 0 ? ada : elsewhere).changePassword(PASSWORD, NEXT + " " + number));

        assertThat(answers)
                .extracting(Answer::outcome)
                .containsOnlyOnce("200")
                .containsOnly("200", "401 INVALID_CREDENTIALS", "401 UNAUTHENTICATED");
    }

    @Test
    void no_log_in_with_the_old_password_at_that_moment_survives() {
        var current = PASSWORD;
        for (var round = 0; round < 3; round++) {
            var old = current;
            var next = NEXT + " " + round;

            var answers = Burst.ofOneUser(
                    4,
                    number -> number == 0
                            ? ada.changePassword(old, next)
                            : api.logIn(ada.person().email(), old));

            answers.getFirst().is(200);
            assertThat(answers.subList(1, 4))
                    .filteredOn(answer -> answer.status() == 200)
                    .allSatisfy(entered -> Person.of(api, entered).get(ME).isProblem(401, "UNAUTHENTICATED"));
            current = next;
        }
        ada.person().get(ME).is(200);
    }

    @Test
    void a_session_that_begins_at_that_moment_is_dead_too() throws Exception {
        var session = Ids.next();

        Pending.during(Pending.logIn(ada.person(), session), () -> ada.changePassword(PASSWORD, NEXT))
                .is(200);

        ada.person().in(session).get(ME).isProblem(401, "UNAUTHENTICATED");
        ada.person().get(ME).is(200);
    }

    @Test
    void a_change_does_not_slip_past_another() throws Exception {
        var change = "update users set password_changed_at = now() where id = '%s'"
                .formatted(ada.person().id());

        Pending.during(change, () -> ada.changePassword(PASSWORD, NEXT)).isProblem(401, "INVALID_CREDENTIALS");

        api.logIn(ada.person().email(), PASSWORD).is(200);
    }
}
