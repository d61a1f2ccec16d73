package todo.identities;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.AccountClient.ME;
import static todo.testing.IdentityProvider.verified;
import static todo.testing.SignInClient.with;
import static todo.testing.SignInClient.without;

import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.AccountClient;
import todo.testing.Api;
import todo.testing.IdentityProvider;
import todo.testing.MailServer;
import todo.testing.People;
import todo.testing.Person;
import todo.testing.SignInClient;
import todo.testing.Sql;

final class SignInTest {
    private static final Api API = Api.complete();
    private static final SignInClient GOOGLE = new SignInClient(API, Api.google());

    @Test
    void somebody_new_gets_an_account_without_a_password() {
        var claims = with(verified(Api.newEmail()), "name", "Ada Lovelace");

        var answer = GOOGLE.signIn(claims).is(201);

        var user = answer.json().path("user");
        assertThat(user.path("email").asText()).isEqualTo(claims.get("email"));
        assertThat(user.path("email_verified").asBoolean()).isTrue();
        assertThat(user.path("name").asText()).isEqualTo("Ada Lovelace");
        assertThat(user.path("username").isNull()).isTrue();
        assertThat(answer.text("token_type")).isEqualTo("bearer");
        var ada = Person.of(API, answer);
        ada.get(ME).is(200);
        assertThat(Sql.number("select count(*) from users where id = ? and password_hash is null", ada.id()))
                .isOne();
        assertThat(People.auditTrail(ada)).containsExactly("register by " + ada.id(), "identity_linked by " + ada.id());
    }

    @Test
    void a_known_identity_signs_in_to_its_account_whatever_its_email_is_now() {
        var claims = verified(Api.newEmail());
        var ada = Person.of(API, GOOGLE.signIn(claims).is(201));
        var bob = AccountClient.ofNewUser().person();

        for (var email : new String[] {Api.newEmail(), bob.email(), "no email"}) {
            var again =
                    Person.of(API, GOOGLE.signIn(with(claims, "email", email)).is(200));
            assertThat(again.id()).isEqualTo(ada.id());
            assertThat(again.email()).isEqualTo(ada.email());
            again.get(ME).is(200);
        }
        assertThat(GOOGLE.person(without(claims, "email")).id()).isEqualTo(ada.id());
        assertThat(People.auditTrail(ada))
                .filteredOn(event -> event.startsWith("log_in by"))
                .hasSize(4);
    }

    @Test
    void the_same_subject_of_another_issuer_is_somebody_else() {
        var other = new IdentityProvider();
        var claims = verified(Api.newEmail());
        var ada = Person.of(API, GOOGLE.signIn(claims).is(201));
        try (var both = Api.with(other.settings())) {
            var answer = new SignInClient(both, other).signIn(with(claims, "email", Api.newEmail()));

            assertThat(Person.of(both, answer.is(201)).id()).isNotEqualTo(ada.id());
        }
    }

    @Test
    void an_unverified_email_is_stored_as_such_and_gets_a_verification_mail() {
        var answer = GOOGLE.signIn(with(verified(Api.newEmail()), "email_verified", false))
                .is(201);

        assertThat(answer.json().path("user").path("email_verified").asBoolean())
                .isFalse();
        var ada = Person.of(API, answer);
        assertThat(MailServer.shared().messagesTo(ada.email())).hasSize(1);
    }

    @Test
    void a_verified_email_gets_no_mail() {
        var ada = GOOGLE.person(verified(Api.newEmail()));

        assertThat(Sql.number("select count(*) from mails where user_id = ?", ada.id()))
                .isZero();
        assertThat(MailServer.shared().received(ada.email())).isEmpty();
    }

    @Test
    void where_a_verified_email_is_required_a_sign_in_without_one_answers_403() {
        var claims = with(verified(Api.newEmail()), "email_verified", false);
        var ada = GOOGLE.person(claims);
        var settings = new HashMap<>(GOOGLE.provider().settings());
        settings.put("REQUIRE_VERIFIED_EMAIL", "true");
        try (var strict = Api.complete(settings)) {
            var client = new SignInClient(strict, GOOGLE.provider());
            client.signIn(claims).isProblem(403, "EMAIL_NOT_VERIFIED");

            Sql.run("update users set email_verified = true where id = ?", ada.id());
            client.signIn(claims).is(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "ada", "ada@example", "\"ada lovelace\"@example.org", "ada@example.org, eve@example.org"
            })
    void without_a_usable_email_no_account_is_created(String email) {
        GOOGLE.signIn(verified(email)).isInvalid("code EMAIL_MISSING");
    }

    @ParameterizedTest
    @CsvSource({"' Ada  Lovelace ', 'Ada  Lovelace'", "A, ", "'', ", "'Ada\nLovelace', ", "'\u200b\u200b', "})
    void a_name_that_the_rules_forbid_is_derived_from_the_email(String name, String expected) {
        var email = Api.newEmail();

        var user = GOOGLE.signIn(with(verified(email), "name", name))
                .is(201)
                .json()
                .path("user");

        assertThat(user.path("name").asText()).isEqualTo(expected == null ? email.split("@", 2)[0] : expected);
    }

    @Test
    void a_name_in_any_script_is_kept() {
        var claims = with(verified(Api.newEmail()), "name", "Zoë 李明");
        var user = GOOGLE.signIn(claims).is(201).json().path("user");
        assertThat(user.path("name").asText()).isEqualTo("Zoë 李明");
    }
}
