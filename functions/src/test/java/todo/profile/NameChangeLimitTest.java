package todo.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.Api.newEmail;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import todo.testing.AccountClient;
import todo.testing.Api;
import todo.testing.People;
import todo.testing.Sql;

/// Without a limit, a user could test which usernames and emails are taken.
final class NameChangeLimitTest {
    private final AccountClient ada = AccountClient.ofNewUser();

    @Test
    void the_eleventh_change_of_username_or_email_in_an_hour_answers_429() {
        var taken = username();
        Sql.run(
                "update users set username = ? where id = ?",
                taken,
                People.with("user").id());
        for (var time = 0; time < 5; time++) {
            ada.change("{\"username\": \"%s\"}".formatted(taken)).isProblem(409, "USERNAME_TAKEN");
            ada.change("{\"username\": \"%s\"}".formatted(username())).is(200);
        }

        var refused = ada.change("{\"username\": \"%s\"}".formatted(username())).isProblem(429, "RATE_LIMITED");
        assertThat(refused.retryAfter()).isBetween(3000, 3900);
        ada.changeEmail(newEmail(), Api.PASSWORD).isProblem(429, "RATE_LIMITED");
        ada.change("{\"name\": \"Countess\"}").is(200);

        Sql.run(
                "update rate_windows set newest = newest - 3900 where subject = ?",
                SqlProfiles.NAME_CHANGES.subject(ada.person().id()));
        ada.change("{\"username\": \"%s\"}".formatted(username())).is(200);
    }

    @Test
    void the_same_username_is_not_counted_as_a_change() {
        var name = username();
        for (var time = 0; time < 12; time++) {
            ada.change("{\"username\": \"%s\"}".formatted(name)).is(200);
        }
        assertThat(Sql.texts(
                        "select event from audit_events where user_id = ?",
                        ada.person().id()))
                .containsExactly("username_change");
    }

    private static String username() {
        return "u" + UUID.randomUUID().toString().substring(0, 20);
    }
}
