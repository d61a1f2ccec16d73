package todo.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Burst;
import todo.testing.DecodedToken;
import todo.testing.OpenTransaction;
import todo.testing.People;
import todo.testing.Person;
import todo.testing.Sql;

final class DeactivationTest {
    private static final String ME = "/api/v1/users/me";
    private static final Person ADMIN = People.with("admin");

    private final Person ada = Api.shared().newPerson();

    @Test
    void a_deactivation_ends_every_session_immediately() {
        var other = ada.loggedInAgain();
        ada.get(ME).is(200);
        other.get(ME).is(200);

        var answer = setActive(false).is(200);

        assertThat(answer.text("is_active")).isEqualTo("false");
        for (var session : new Person[] {ada, other}) {
            session.get(ME).isProblem(401, "UNAUTHENTICATED");
            session.get(ada.tasks()).isProblem(401, "UNAUTHENTICATED");
            session.create("{\"title\": \"Buy milk\"}").isProblem(401, "UNAUTHENTICATED");
        }
        ada.logIn().send().isProblem(403, "ACCOUNT_INACTIVE");
        assertThat(Sql.number("select count(*) from sessions where user_id = ?", ada.id()))
                .isZero();
    }

    @Test
    void a_reactivation_restores_no_session() {
        setActive(false).is(200);
        setActive(true).is(200);

        ada.get(ME).isProblem(401, "UNAUTHENTICATED");
        ada.loggedInAgain().get(ME).is(200);
    }

    @Test
    void a_change_that_does_not_deactivate_ends_no_session() {
        setActive(true).is(200);
        ADMIN.patch("/api/v1/users/" + ada.id(), "{\"role\": \"guest\"}").is(200);

        ada.get(ME).is(200);
    }

    @Test
    void admins_may_deactivate_themselves_while_another_active_admin_remains() {
        var bob = People.with("admin");

        bob.patch("/api/v1/users/" + bob.id(), "{\"is_active\": false}").is(200);

        bob.get(ME).isProblem(401, "UNAUTHENTICATED");
        setActive(bob, true).is(200);
        bob.get(ME).isProblem(401, "UNAUTHENTICATED");
    }

    @Test
    void a_deactivation_ends_a_session_that_starts_while_it_waits_for_the_lock() throws Exception {
        var session = UUID.randomUUID();
        OpenTransaction.loggingIn(ada, session)
                .commitDuring(() -> setActive(false))
                .is(200);
        setActive(true).is(200);

        assertThat(Sql.number("select count(*) from sessions where id = ?", session))
                .isOne();
        in(session).get(ME).isProblem(401, "UNAUTHENTICATED");
    }

    @Test
    void no_log_in_at_its_very_moment_is_good_after_a_reactivation() {
        for (var round = 0; round < 5; round++) {
            var answers = Burst.of(
                    5, number -> number == 4 ? setActive(false) : ada.logIn().send());
            setActive(true).is(200);

            assertThat(answers)
                    .filteredOn(answer -> !answer.text("access_token").isEmpty())
                    .allSatisfy(
                            entered -> Person.of(Api.shared(), entered).get(ME).isProblem(401, "UNAUTHENTICATED"));
        }
    }

    private Answer setActive(boolean active) {
        return setActive(ada, active);
    }

    private static Answer setActive(Person person, boolean active) {
        return ADMIN.patch("/api/v1/users/" + person.id(), "{\"is_active\": %s}".formatted(active));
    }

    private Person in(UUID session) {
        var token =
                DecodedToken.of(ada.token()).claim("sid", "\"" + session + "\"").signed();
        return new Person(Api.shared(), ada.id(), ada.email(), token);
    }
}
