package todo.profile;

import static todo.testing.AccountClient.EXPORT;
import static todo.testing.AccountClient.ME;
import static todo.testing.AccountClient.NEW_PASSWORD;
import static todo.testing.AccountClient.SESSIONS;
import static todo.testing.Api.PASSWORD;
import static todo.testing.Api.newEmail;

import org.junit.jupiter.api.Test;
import todo.testing.AccountClient;
import todo.testing.Api;
import todo.testing.Person;

/// Guests can change their password, end their sessions and delete their account, and nothing else.
final class GuestAccountTest {
    private final AccountClient guest = AccountClient.withRole("guest");

    @Test
    void a_guest_can_read_the_own_account_but_not_change_the_profile() {
        for (var path : new String[] {ME, SESSIONS, EXPORT}) {
            guest.person().get(path).is(200);
        }
        guest.change("{\"name\": \"Countess\"}").isProblem(403, "FORBIDDEN");
        guest.replace("{\"email\": \"%s\"}".formatted(guest.person().email())).isProblem(403, "FORBIDDEN");
        guest.changeEmail(newEmail(), PASSWORD).isProblem(403, "FORBIDDEN");
        guest.changeEmail(newEmail(), "wrong").isProblem(403, "FORBIDDEN");
    }

    @Test
    void a_guest_can_change_the_password_end_sessions_and_delete_the_account() {
        guest.changePassword(PASSWORD, NEW_PASSWORD).is(200);
        guest.person().delete(SESSIONS).is(200);

        var logIn = Api.shared().logIn(guest.person().email(), NEW_PASSWORD).is(200);
        new AccountClient(Person.of(Api.shared(), logIn)).delete(NEW_PASSWORD).is(200);
    }
}
