package todo.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.OpenTransaction;
import todo.testing.People;
import todo.testing.Person;
import todo.testing.Request;
import todo.testing.Sql;

final class DeactivationTest {
    private static final String ME = "/api/v1/users/me";

    private final Api api = Api.shared();
    private final Person admin = People.with("admin");
    private final Person ada = api.newPerson();

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
        admin.patch("/api/v1/users/" + ada.id(), "{\"role\": \"guest\"}").is(200);

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
    void a_concurrent_log_in_before_the_deactivation_succeeds_but_its_session_is_ended() {
        var answers = sendInOrder(ada.logIn(), deactivation());
        setActive(true).is(200);

        assertThat(answers).extracting(Answer::status).containsExactly(200, 200);
        var session = Person.of(api, answers.getFirst());
        assertThat(Sql.number("select count(*) from sessions where id = ?", session.session()))
                .isOne();
        session.get(ME).isProblem(401, "UNAUTHENTICATED");
    }

    @Test
    void a_concurrent_log_in_after_the_deactivation_answers_403() {
        var answers = sendInOrder(deactivation(), ada.logIn());

        answers.getFirst().is(200);
        answers.getLast().isProblem(403, "ACCOUNT_INACTIVE");
    }

    private List<Answer> sendInOrder(Request first, Request second) {
        return OpenTransaction.lockingAccountOf(ada).commitDuring(List.of(first::send, second::send));
    }

    private Request deactivation() {
        return admin.request("PATCH", "/api/v1/users/" + ada.id()).json("{\"is_active\": false}");
    }

    private Answer setActive(boolean active) {
        return setActive(ada, active);
    }

    private Answer setActive(Person person, boolean active) {
        return admin.patch("/api/v1/users/" + person.id(), "{\"is_active\": %s}".formatted(active));
    }
}
