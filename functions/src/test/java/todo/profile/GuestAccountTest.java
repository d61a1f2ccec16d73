package todo.profile;

import static todo.testing.Api.PASSWORD;
import static todo.testing.Api.newEmail;
import static todo.testing.OwnAccount.EXPORT;
import static todo.testing.OwnAccount.ME;
import static todo.testing.OwnAccount.SESSIONS;

import org.junit.jupiter.api.Test;
import todo.testing.Api;
import todo.testing.OwnAccount;
import todo.testing.Person;

/// A guest changes nothing but the own password, sessions and account.
final class GuestAccountTest {
    private static final String NEXT = "an engine of analysis";

    private final OwnAccount guest = OwnAccount.of("guest");

    @Test
    void a_guest_sees_all_but_changes_no_profile_with_the_password_or_without() {
        for (var path : new String[] {ME, SESSIONS, EXPORT}) {
            guest.person().get(path).is(200);
        }
        guest.change("{\"name\": \"Countess\"}").isProblem(403, "FORBIDDEN");
        guest.replace("{\"email\": \"%s\"}".formatted(guest.person().email())).isProblem(403, "FORBIDDEN");
        guest.moveTo(newEmail(), PASSWORD).isProblem(403, "FORBIDDEN");
        guest.moveTo(newEmail(), "wrong").isProblem(403, "FORBIDDEN");
    }

    @Test
    void a_guest_changes_the_own_password_ends_sessions_and_leaves() {
        guest.changePassword(PASSWORD, NEXT).is(200);
        guest.person().delete(SESSIONS).is(200);

        var entered = Api.shared().logIn(guest.person().email(), NEXT).is(200);
        new OwnAccount(Person.of(Api.shared(), entered)).delete(NEXT).is(200);
    }
}
