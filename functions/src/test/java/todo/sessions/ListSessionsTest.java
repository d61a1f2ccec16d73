package todo.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.AccountClient.ME;
import static todo.testing.AccountClient.SESSIONS;
import static todo.testing.People.inAnotherSession;
import static todo.testing.People.setIdle;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import todo.testing.AccountClient;
import todo.testing.Api;
import todo.testing.Person;
import todo.testing.Sql;

final class ListSessionsTest {
    private final Person ada = AccountClient.ofNewUser().person();

    @Test
    void a_session_has_its_client_and_its_times() {
        var logIn =
                ada.logIn().header("User-Agent", "Analytical Engine/1").send().is(200);
        var elsewhere = Person.of(Api.shared(), logIn);

        var session = elsewhere.get(SESSIONS).is(200).json().path("sessions").path(0);

        assertThat(session.fieldNames())
                .toIterable()
                .containsExactly("id", "ip", "user_agent", "created_at", "last_used_at", "expires_at", "current");
        assertThat(session.path("id").asText()).isEqualTo(id(elsewhere));
        assertThat(session.path("ip").asText()).isEqualTo("127.0.0.1");
        assertThat(session.path("user_agent").asText()).isEqualTo("Analytical Engine/1");
        assertThat(session.path("expires_at").asText()).isEqualTo(logIn.text("expires_at"));
        assertThat(Instant.parse(session.path("created_at").asText())).isBefore(logIn.instant("expires_at"));
    }

    @Test
    void a_user_agent_is_cut_to_300_characters() {
        var logIn =
                ada.logIn().header("User-Agent", "n".repeat(300) + "!").send().is(200);
        var elsewhere = Person.of(Api.shared(), logIn);

        assertThat(elsewhere.get(SESSIONS).each("sessions", "user_agent")).contains("n".repeat(300));
    }

    @Test
    void sessions_are_ordered_by_last_use_and_the_current_one_is_marked() {
        var older = inAnotherSession(ada);
        var newer = inAnotherSession(ada);
        setIdle(newer, "1 hour");
        setIdle(older, "2 hours");

        var list = ada.get(SESSIONS).is(200);

        assertThat(list.each("sessions", "id")).containsExactly(id(ada), id(newer), id(older));
        assertThat(list.each("sessions", "current")).containsExactly("true", "false", "false");
        older.get(ME).is(200);
        assertThat(ada.get(SESSIONS).each("sessions", "id")).containsExactly(id(older), id(ada), id(newer));
    }

    @Test
    void ended_expired_and_other_users_sessions_are_not_listed() {
        AccountClient.ofNewUser();
        Sql.run(
                "update sessions set expires_at = now() where id = ?",
                inAnotherSession(ada).session());
        Sql.run(
                "update sessions set epoch = 0 where id = ?",
                inAnotherSession(ada).session());

        assertThat(ada.get(SESSIONS).is(200).each("sessions", "id")).containsExactly(id(ada));
    }

    @Test
    void at_most_500_sessions_are_listed() {
        Sql.run(
                "insert into sessions (id, user_id, ip, expires_at) select uuidv7(), ?, '192.0.2.1', now() + interval '1 day' from generate_series(1, 600)",
                ada.id());

        assertThat(ada.get(SESSIONS).is(200).json().path("sessions")).hasSize(500);
    }

    private static String id(Person person) {
        return person.session().toString();
    }
}
