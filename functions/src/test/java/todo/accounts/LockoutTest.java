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
    void failed_log_ins_with_an_account_id_as_username_do_not_lock_the_account() {
        var ada = api.newPerson();
        fail(5, ada.id().toString());
        api.logIn(ada.id().toString(), PASSWORD).isProblem(429, "ACCOUNT_LOCKED");

        api.logIn(ada.email(), PASSWORD).is(200);
    }

    @Test
    void five_failures_by_email_and_username_lock_both() {
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
    void an_unknown_email_is_locked_like_a_known_one() {
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
    void a_successful_log_in_resets_the_failures() {
        var ada = api.newPerson();
        for (var round = 0; round < 2; round++) {
            fail(4, ada.email());
            api.logIn(ada.email(), PASSWORD).is(200);
        }
    }

    @Test
    void log_ins_during_a_lock_do_not_extend_it() {
        var ada = api.newPerson();
        fail(5, ada.email());
        var before = lock(ada);

        api.logIn(ada.email(), "wrong").isProblem(429, "ACCOUNT_LOCKED");
        api.logIn(ada.email(), PASSWORD).isProblem(429, "ACCOUNT_LOCKED");

        assertThat(lock(ada)).isEqualTo(before);
    }

    @Test
    void a_lock_ends_after_15_minutes_and_resets_the_failures() {
        var ada = api.newPerson();
        fail(5, ada.email());

        minutesPass(15, ada);

        fail(4, ada.email());
        api.logIn(ada.email(), PASSWORD).is(200);
    }

    @Test
    void a_lock_holds_until_its_15_minutes_are_over() {
        var ada = api.newPerson();
        fail(5, ada.email());

        minutesPass(10, ada);

        var answer = api.logIn(ada.email(), PASSWORD).isProblem(429, "ACCOUNT_LOCKED");
        assertThat(answer.retryAfter()).isBetween(1, 300);
    }

    @Test
    void failures_more_than_15_minutes_apart_do_not_add_up() {
        var ada = api.newPerson();
        fail(4, ada.email());
        minutesPass(15, ada);

        fail(4, ada.email());

        api.logIn(ada.email(), PASSWORD).is(200);
    }

    @Test
    void settings_change_the_number_of_failures_and_the_duration_of_a_lock() {
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
