package todo.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.Api.PASSWORD;
import static todo.testing.Api.newEmail;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Burst;
import todo.testing.Person;
import todo.testing.Sql;

final class LockoutTest {
    private final Api api = Api.shared();

    @Test
    void guesses_at_an_id_as_a_username_lock_no_account() {
        var ada = api.newPerson();
        fail(5, ada.id().toString());
        api.logIn(ada.id().toString(), PASSWORD).isProblem(429, "ACCOUNT_LOCKED");

        api.logIn(ada.email(), PASSWORD).is(200);
    }

    @Test
    void five_failures_lock_an_account_by_all_its_names() {
        var username = UUID.randomUUID().toString();
        var email = newEmail();
        api.register(RegisterTest.signUp(email, "\"username\": \"" + username + "\""));
        var names = List.of(
                email, username, email.toUpperCase(Locale.ROOT), " " + email, username.toUpperCase(Locale.ROOT));

        names.forEach(name -> api.logIn(name, "wrong").isProblem(401, "INVALID_CREDENTIALS"));

        for (var name : names) {
            var locked = api.logIn(name, PASSWORD).isProblem(429, "ACCOUNT_LOCKED");
            assertThat(locked.retryAfter()).isBetween(1, 900);
        }
    }

    @Test
    void a_name_that_is_nobodys_locks_like_any_other() {
        var email = newEmail();
        var ada = api.newPerson();
        fail(5, email);
        fail(5, ada.email());

        var nobodys = api.logIn(email.toUpperCase(Locale.ROOT), PASSWORD).isProblem(429, "ACCOUNT_LOCKED");
        var adas = api.logIn(ada.email(), PASSWORD).isProblem(429, "ACCOUNT_LOCKED");

        assertThat(nobodys.stableText()).isEqualTo(adas.stableText());
        assertThat(nobodys.response().headers().map().keySet())
                .isEqualTo(adas.response().headers().map().keySet());
    }

    @Test
    void success_forgives_what_failed_before() {
        var ada = api.newPerson();
        for (var round = 0; round < 2; round++) {
            fail(4, ada.email());
            api.logIn(ada.email(), PASSWORD).is(200);
        }
    }

    @Test
    void trying_on_does_not_make_a_lock_longer() {
        var ada = api.newPerson();
        fail(5, ada.email());
        var before = lock(ada);

        api.logIn(ada.email(), "wrong").isProblem(429, "ACCOUNT_LOCKED");
        api.logIn(ada.email(), PASSWORD).isProblem(429, "ACCOUNT_LOCKED");

        assertThat(lock(ada)).isEqualTo(before);
    }

    @Test
    void a_lock_ends_and_its_failures_are_forgotten() {
        var ada = api.newPerson();
        fail(5, ada.email());

        minutesPass(15, ada);

        fail(4, ada.email());
        api.logIn(ada.email(), PASSWORD).is(200);
    }

    @Test
    void a_lock_holds_until_its_end() {
        var ada = api.newPerson();
        fail(5, ada.email());

        minutesPass(10, ada);

        var answer = api.logIn(ada.email(), PASSWORD).isProblem(429, "ACCOUNT_LOCKED");
        assertThat(answer.retryAfter()).isBetween(1, 300);
    }

    @Test
    void failures_that_lie_apart_lock_nothing() {
        var ada = api.newPerson();
        fail(4, ada.email());
        minutesPass(15, ada);

        fail(4, ada.email());

        api.logIn(ada.email(), PASSWORD).is(200);
    }

    @Test
    void how_many_failures_lock_and_for_how_long_can_be_set() {
        try (var strict = Api.with(Map.of("LOCKOUT_FAILURES", "1", "LOCKOUT_DURATION", "PT2H"))) {
            var ada = strict.newPerson();
            strict.logIn(ada.email(), PASSWORD).is(200);
            strict.logIn(ada.email(), "wrong").isProblem(401, "INVALID_CREDENTIALS");

            var locked = strict.logIn(ada.email(), PASSWORD).isProblem(429, "ACCOUNT_LOCKED");

            assertThat(locked.retryAfter()).isBetween(6000, 7200);
        }
    }

    private void fail(int times, String name) {
        assertThat(Burst.of(times, _ -> api.logIn(name, "wrong")))
                .extracting(Answer::outcome)
                .containsOnly("401 INVALID_CREDENTIALS");
    }

    private static void minutesPass(int minutes, Person person) {
        Sql.run("""
                update attempts
                set locked_until = locked_until - ? * interval '1 minute',
                    failures = array(select failure - ? * interval '1 minute' from unnest(failures) failure)
                where key = md5('account ' || ?)::uuid""", minutes, minutes, person.id().toString());
    }

    private static String lock(Person person) {
        return Sql.texts(
                        "select locked_until from attempts where key = md5('account ' || ?)::uuid",
                        person.id().toString())
                .getFirst();
    }
}
