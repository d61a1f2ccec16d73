package todo.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.OwnAccount.ME;
import static todo.testing.OwnAccount.SESSIONS;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import todo.http.Ids;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Burst;
import todo.testing.OpenToken;
import todo.testing.OwnAccount;
import todo.testing.Pending;
import todo.testing.Person;
import todo.testing.Sql;

final class SessionsTest {
    private final Person ada = OwnAccount.ofSomeone().person();

    @Test
    void a_session_shows_what_and_where_it_is_and_since_and_until_when() {
        var entered =
                ada.logIn().header("User-Agent", "Analytical Engine/1").send().is(200);
        var elsewhere = Person.of(Api.shared(), entered);

        var session = elsewhere.get(SESSIONS).is(200).json().path("sessions").path(0);

        assertThat(session.fieldNames())
                .toIterable()
                .containsExactly("id", "ip", "user_agent", "created_at", "last_used_at", "expires_at", "current");
        assertThat(session.path("id").asText()).isEqualTo(id(elsewhere));
        assertThat(session.path("ip").asText()).isEqualTo("127.0.0.1");
        assertThat(session.path("user_agent").asText()).isEqualTo("Analytical Engine/1");
        assertThat(session.path("expires_at").asText()).isEqualTo(entered.text("expires_at"));
        assertThat(Instant.parse(session.path("created_at").asText())).isBefore(entered.moment("expires_at"));
    }

    @Test
    void of_a_long_name_a_client_keeps_the_first_300_characters() {
        var entered =
                ada.logIn().header("User-Agent", "n".repeat(300) + "!").send().is(200);
        var elsewhere = Person.of(Api.shared(), entered);

        assertThat(elsewhere.get(SESSIONS).each("sessions", "user_agent")).contains("n".repeat(300));
    }

    @Test
    void the_one_used_last_comes_first_and_the_one_that_asks_is_marked() {
        var older = newSession(ada);
        var newer = newSession(ada);
        rest(newer, "1 hour");
        rest(older, "2 hours");

        var list = ada.get(SESSIONS).is(200);

        assertThat(list.each("sessions", "id")).containsExactly(id(ada), id(newer), id(older));
        assertThat(list.each("sessions", "current")).containsExactly("true", "false", "false");
        older.get(ME).is(200);
        assertThat(ada.get(SESSIONS).each("sessions", "id")).containsExactly(id(older), id(ada), id(newer));
    }

    @Test
    void neither_anothers_nor_one_that_is_over_is_shown() {
        OwnAccount.ofSomeone();
        Sql.run("update sessions set expires_at = now() where id = ?::uuid", id(newSession(ada)));
        Sql.run("update sessions set epoch = 0 where id = ?::uuid", id(newSession(ada)));

        assertThat(ada.get(SESSIONS).is(200).each("sessions", "id")).containsExactly(id(ada));
    }

    @Test
    void the_list_has_an_end() {
        Sql.run(
                "insert into sessions (id, user_id, ip, expires_at) select uuidv7(), ?, '192.0.2.1', now() + interval '1 day' from generate_series(1, 600)",
                ada.id());

        assertThat(ada.get(SESSIONS).is(200).json().path("sessions")).hasSize(500);
    }

    @Test
    void one_session_ends_at_once_and_the_others_do_not() {
        var elsewhere = newSession(ada);
        elsewhere.get(ME).is(200);

        assertThat(end(ada, elsewhere).is(200).text("message")).isEqualTo("Successfully ended the session");

        elsewhere.get(ME).isProblem(401, "UNAUTHENTICATED");
        ada.get(ME).is(200);
        end(ada, elsewhere).isProblem(404, "SESSION_NOT_FOUND");
    }

    @Test
    void the_session_that_asks_may_end_itself_however_long_it_has_rested() {
        rest(ada, "1 hour");

        end(ada, ada).is(200);

        ada.get(ME).isProblem(401, "UNAUTHENTICATED");
    }

    @Test
    void a_session_of_anothers_or_of_nobodys_or_one_that_is_over_is_not_found() {
        var bob = OwnAccount.ofSomeone().person();
        var expired = newSession(ada);
        Sql.run("update sessions set expires_at = now() where id = ?::uuid", id(expired));

        end(ada, bob).isProblem(404, "SESSION_NOT_FOUND");
        end(ada, expired).isProblem(404, "SESSION_NOT_FOUND");
        ada.delete(SESSIONS + "/" + UUID.randomUUID()).isProblem(404, "SESSION_NOT_FOUND");
        bob.get(ME).is(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "null", "0199a3f2-7d20-7c5e-8b63-4a9f2e8d7c6"})
    void what_is_no_id_is_refused_by_name(String id) {
        ada.delete(SESSIONS + "/" + id).isInvalid("session_id INVALID_FORMAT");
    }

    @Test
    void of_those_who_end_one_session_at_once_one_does() {
        var elsewhere = newSession(ada);

        var answers = Burst.of(10, _ -> end(ada, elsewhere));

        assertThat(answers)
                .extracting(Answer::outcome)
                .containsOnlyOnce("200")
                .containsOnly("200", "404 SESSION_NOT_FOUND");
    }

    @Test
    void all_sessions_end_at_once_the_one_that_asks_too() {
        var elsewhere = newSession(ada);
        elsewhere.get(ME).is(200);
        rest(ada, "1 hour");
        var bob = OwnAccount.ofSomeone().person();

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
    void a_session_that_begins_at_that_moment_is_dead_too() throws Exception {
        var session = Ids.next();
        Pending.during(Pending.logIn(ada, session), () -> ada.delete(SESSIONS)).is(200);

        ada.in(session).get(ME).isProblem(401, "UNAUTHENTICATED");
        assertThat(ada.loggedInAgain().get(SESSIONS).is(200).json().path("sessions"))
                .hasSize(1);
    }

    @Test
    void what_has_ended_is_on_record() {
        end(ada, newSession(ada)).is(200);
        end(ada, OwnAccount.ofSomeone().person()).is(404);
        ada.delete(SESSIONS).is(200);

        assertThat(Sql.texts(
                        "select event || ' by ' || actor_id from audit_events where user_id = ? order by id", ada.id()))
                .isEqualTo(List.of("session_end by " + ada.id(), "sessions_end by " + ada.id()));
    }

    private static Answer end(Person person, Person session) {
        return person.delete(SESSIONS + "/" + id(session));
    }

    private static void rest(Person session, String since) {
        Sql.run("update sessions set last_used_at = now() - ?::interval where id = ?::uuid", since, id(session));
    }

    /// Without a log-in, which would hash.
    private static Person newSession(Person person) {
        var session = Ids.next();
        Sql.run(
                "insert into sessions (id, user_id, ip, expires_at) values (?, ?, '192.0.2.1', now() + interval '1 day')",
                session,
                person.id());
        return person.in(session);
    }

    private static String id(Person session) {
        return OpenToken.of(session.token()).claims().path("sid").asText();
    }
}
