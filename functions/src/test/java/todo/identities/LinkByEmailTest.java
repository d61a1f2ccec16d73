package todo.identities;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.IdentityProvider.verified;
import static todo.testing.SignInClient.with;
import static todo.testing.SignInClient.without;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import todo.testing.AccountClient;
import todo.testing.Api;
import todo.testing.People;
import todo.testing.Person;
import todo.testing.SignInClient;
import todo.testing.Sql;

final class LinkByEmailTest {
    private static final Api API = Api.complete();
    private static final SignInClient GOOGLE = new SignInClient(API, Api.google());

    @Test
    void an_email_that_both_sides_have_verified_links_the_identity_to_its_account() {
        var ada = verifiedPerson();
        var claims = verified(ada.email().toUpperCase(Locale.ROOT));

        assertThat(Person.of(API, GOOGLE.signIn(claims).is(200)).id()).isEqualTo(ada.id());

        assertThat(Person.of(
                                API,
                                GOOGLE.signIn(with(claims, "email", Api.newEmail()))
                                        .is(200))
                        .id())
                .isEqualTo(ada.id());
        assertThat(People.auditTrail(ada))
                .containsExactly("identity_linked by " + ada.id(), "log_in by " + ada.id(), "log_in by " + ada.id());
    }

    @Test
    void an_email_that_the_provider_has_not_verified_never_links() {
        var ada = verifiedPerson();

        for (var flag : new Object[] {false, "false", "yes", 1, List.of(true)}) {
            GOOGLE.signIn(with(verified(ada.email()), "email_verified", flag)).isProblem(409, "EMAIL_TAKEN");
        }
        GOOGLE.signIn(without(verified(ada.email()), "email_verified")).isProblem(409, "EMAIL_TAKEN");

        assertThat(identities(ada)).isZero();
    }

    @Test
    void an_email_that_the_account_has_not_verified_never_links() {
        var ada = AccountClient.ofNewUser().person();

        GOOGLE.signIn(verified(ada.email())).isProblem(409, "EMAIL_TAKEN");

        assertThat(identities(ada)).isZero();
    }

    @Test
    void an_account_with_two_factor_is_never_linked_by_its_email() {
        var ada = verifiedPerson();
        Sql.run(
                "insert into totp_secrets (user_id, key_id, secret, confirmed_at) values (?, 'k', 'secret', now())",
                ada.id());

        GOOGLE.signIn(verified(ada.email())).isProblem(409, "EMAIL_TAKEN");

        assertThat(identities(ada)).isZero();
    }

    @Test
    void an_account_that_has_an_identity_of_the_provider_is_not_linked_to_another_one() {
        var ada = verifiedPerson();
        GOOGLE.signIn(verified(ada.email())).is(200);

        GOOGLE.signIn(verified(ada.email())).isProblem(409, "EMAIL_TAKEN");

        assertThat(identities(ada)).isOne();
    }

    @Test
    void a_deactivated_account_is_neither_signed_in_to_nor_linked() {
        var claims = verified(Api.newEmail());
        var ada = Person.of(API, GOOGLE.signIn(claims).is(201));
        var bob = verifiedPerson();
        Sql.run("update users set is_active = false where id in (?, ?)", ada.id(), bob.id());

        GOOGLE.signIn(claims).isProblem(403, "ACCOUNT_INACTIVE");
        GOOGLE.signIn(verified(bob.email())).isProblem(403, "ACCOUNT_INACTIVE");

        assertThat(identities(bob)).isZero();
        assertThat(People.auditTrail(bob)).containsExactly("log_in_refused by " + bob.id());
    }

    private static Person verifiedPerson() {
        var person = AccountClient.ofNewUser().person();
        Sql.run("update users set email_verified = true where id = ?", person.id());
        return person;
    }

    private static long identities(Person person) {
        return Sql.number("select count(*) from identities where user_id = ?", person.id());
    }
}
