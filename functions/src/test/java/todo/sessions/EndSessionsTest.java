package todo.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.AccountClient.ME;
import static todo.testing.AccountClient.SESSIONS;
import static todo.testing.People.inAnotherSession;
import static todo.testing.People.setIdle;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.AccountClient;
import todo.testing.Answer;
import todo.testing.Burst;
import todo.testing.OpenTransaction;
import todo.testing.People;
import todo.testing.Person;
import todo.testing.Sql;
import todo.values.Ids;

final class EndSessionsTest {
    private final Person ada = AccountClient.ofNewUser().person();

    @Test
    void ending_one_session_ends_only_that_one() {
        var elsewhere = inAnotherSession(ada);
        elsewhere.get(ME).is(200);

        assertThat(end(ada, elsewhere).is(200).text("message")).isEqualTo("Successfully ended the session");

        elsewhere.get(ME).isProblem(401, "UNAUTHENTICATED");
        ada.get(ME).is(200);
        end(ada, elsewhere).isProblem(404, "SESSION_NOT_FOUND");
    }

    @Test
    void an_idle_session_can_end_itself() {
        setIdle(ada, "1 hour");

        end(ada, ada).is(200);

        ada.get(ME).isProblem(401, "UNAUTHENTICATED");
    }

    @Test
    void ending_an_unknown_expired_or_other_users_session_answers_404() {
        var bob = AccountClient.ofNewUser().person();
        var expired = inAnotherSession(ada);
        Sql.run("update sessions set expires_at = now() where id = ?", expired.session());

        end(ada, bob).isProblem(404, "SESSION_NOT_FOUND");
        end(ada, expired).isProblem(404, "SESSION_NOT_FOUND");
        ada.delete(SESSIONS + "/" + UUID.randomUUID()).isProblem(404, "SESSION_NOT_FOUND");
        bob.get(ME).is(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "null", "0199a3f2-7d20-7c5e-8b63-4a9f2e8d7c6"})
    void a_session_id_that_is_no_uuid_answers_400(String id) {
        ada.delete(SESSIONS + "/" + id).isInvalid("session_id INVALID_FORMAT");
    }

    @Test
    void of_ten_concurrent_requests_to_end_one_session_one_succeeds() {
        var elsewhere = inAnotherSession(ada);

        var answers = Burst.ofOneUser(10, _ -> end(ada, elsewhere));

        assertThat(answers)
                .extracting(Answer::outcome)
                .containsOnlyOnce("200")
                .containsOnly("200", "404 SESSION_NOT_FOUND");
    }

    @Test
    void ending_all_sessions_ends_the_current_one_too() {
        var elsewhere = inAnotherSession(ada);
        elsewhere.get(ME).is(200);
        setIdle(ada, "1 hour");
        var bob = AccountClient.ofNewUser().person();

        assertThat(ada.delete(SESSIONS).is(200).text("message")).isEqualTo("Successfully ended all sessions");

        elsewhere.get(ME).isProblem(401, "UNAUTHENTICATED");
        ada.get(ME).isProblem(401, "UNAUTHENTICATED");
        ada.delete(SESSIONS).isProblem(401, "UNAUTHENTICATED");
        bob.get(ME).is(200);
        assertThat(Sql.number("select count(*) from sessions where user_id = ?", ada.id()))
                .isZero();
        ada.loggedInAgain().get(ME).is(200);
    }

    @Test
    void ending_all_sessions_ends_one_that_a_concurrent_log_in_starts() {
        var session = Ids.next();
        OpenTransaction.loggingIn(ada, session)
                .commitDuring(() -> ada.delete(SESSIONS))
                .is(200);

        ada.in(session).get(ME).isProblem(401, "UNAUTHENTICATED");
        assertThat(ada.loggedInAgain().get(SESSIONS).is(200).json().path("sessions"))
                .hasSize(1);
    }

    @Test
    void ended_sessions_are_recorded() {
        end(ada, inAnotherSession(ada)).is(200);
        end(ada, AccountClient.ofNewUser().person()).is(404);
        ada.delete(SESSIONS).is(200);

        assertThat(People.auditTrail(ada))
                .isEqualTo(List.of("session_end by " + ada.id(), "sessions_end by " + ada.id()));
    }

    private static Answer end(Person person, Person session) {
        return person.delete(SESSIONS + "/" + session.session());
    }
}
