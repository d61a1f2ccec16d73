package todo.identities;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.AccountClient.ME;
import static todo.testing.IdentityProvider.verified;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.AccountClient;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Burst;
import todo.testing.OpenTransaction;
import todo.testing.People;
import todo.testing.Person;
import todo.testing.Redemption;
import todo.testing.SignInClient;
import todo.testing.Sql;

final class UnlinkIdentityTest {
    private static final String IDENTITIES = ME + "/identities";
    private static final Api API = Api.complete();
    private static final SignInClient GOOGLE = new SignInClient(API, Api.google());

    private final Person ada = AccountClient.ofNewUser().person().at(API);

    @Test
    void an_unlinked_identity_no_longer_signs_in_and_can_be_linked_elsewhere() {
        var claims = verified(ada.email());
        link(GOOGLE.provider().signIn(claims)).is(201);

        assertThat(unlink(ada, "google").is(200).text("message")).isEqualTo("Successfully unlinked the identity");

        assertThat(ada.get(IDENTITIES).json().path("identities")).isEmpty();
        GOOGLE.signIn(claims).isProblem(409, "EMAIL_TAKEN");
        assertThat(People.auditTrail(ada))
                .containsExactly("identity_linked by " + ada.id(), "identity_unlinked by " + ada.id());
        var bob = AccountClient.ofNewUser().person().at(API);
        bob.post(IDENTITIES, GOOGLE.provider().signIn(claims).linkingJson("google"))
                .is(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"google", "gogle", "GOOGLE", "g%C3%B6gle"})
    void an_identity_that_is_not_linked_can_not_be_unlinked(String provider) {
        People.link(ada, "github");

        unlink(ada, provider).isProblem(404, "IDENTITY_NOT_FOUND");
    }

    @Test
    void the_last_way_to_sign_in_can_not_be_unlinked() {
        var bob = bob();

        unlink(bob, "google").isProblem(409, "LAST_SIGN_IN_METHOD");

        People.link(bob, "github");
        unlink(bob, "google").is(200);
        unlink(bob, "google").isProblem(404, "IDENTITY_NOT_FOUND");
        unlink(bob, "github").isProblem(409, "LAST_SIGN_IN_METHOD");
    }

    @Test
    void of_two_concurrent_unlinkings_one_is_refused() {
        var bob = bob();
        People.link(bob, "github");

        var answers = Burst.ofOneUser(2, number -> unlink(bob, number == 0 ? "google" : "github"));

        assertThat(answers).extracting(Answer::outcome).containsExactlyInAnyOrder("200", "409 LAST_SIGN_IN_METHOD");
    }

    @Test
    void an_unlinking_sees_one_that_has_just_been_committed() {
        var bob = bob();
        People.link(bob, "github");

        OpenTransaction.of("""
                        with account as (select id from users where id = ? for no key update)
                        delete from identities using account where user_id = account.id and provider = 'github'""", bob.id())
                .commitDuring(() -> unlink(bob, "google"))
                .isProblem(409, "LAST_SIGN_IN_METHOD");
    }

    @Test
    void deleting_an_account_deletes_its_identities() {
        var claims = verified(Api.newEmail());
        var bob = Person.of(API, GOOGLE.signIn(claims).is(201));

        new AccountClient(bob).delete("").is(200);

        assertThat(Sql.number("select count(*) from identities where subject = ?", String.valueOf(claims.get("sub"))))
                .isZero();
        assertThat(Person.of(API, GOOGLE.signIn(claims).is(201)).id()).isNotEqualTo(bob.id());
    }

    /// Creates a user without a password.
    private static Person bob() {
        return Person.of(API, GOOGLE.signIn(verified(Api.newEmail())).is(201));
    }

    private Answer link(Redemption redemption) {
        return ada.post(IDENTITIES, redemption.linkingJson("google"));
    }

    private static Answer unlink(Person person, String provider) {
        return person.delete(IDENTITIES + "/" + provider);
    }
}
