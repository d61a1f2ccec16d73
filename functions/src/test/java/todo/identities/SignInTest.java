package todo.identities;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.AccountClient.ME;
import static todo.testing.IdentityProvider.verified;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.AccountClient;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.IdentityProvider;
import todo.testing.MailServer;
import todo.testing.People;
import todo.testing.Person;
import todo.testing.Redemption;
import todo.testing.Sql;

final class SignInTest {
    private static final IdentityProvider GOOGLE = new IdentityProvider();
    private static Api api;

    @BeforeAll
    static void start() {
        api = Api.with(GOOGLE.settings());
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void somebody_new_gets_an_account_without_a_password() {
        var claims = with(verified(Api.newEmail()), "name", "Ada Lovelace");

        var answer = signIn(claims).is(201);

        var user = answer.json().path("user");
        assertThat(user.path("email").asText()).isEqualTo(claims.get("email"));
        assertThat(user.path("email_verified").asBoolean()).isTrue();
        assertThat(user.path("name").asText()).isEqualTo("Ada Lovelace");
        assertThat(user.path("username").isNull()).isTrue();
        assertThat(answer.text("token_type")).isEqualTo("bearer");
        var ada = Person.of(api, answer);
        ada.get(ME).is(200);
        assertThat(Sql.number("select count(*) from users where id = ? and password_hash is null", ada.id()))
                .isOne();
        assertThat(People.auditTrail(ada)).containsExactly("register by " + ada.id(), "identity_linked by " + ada.id());
    }

    @Test
    void a_known_identity_signs_in_to_its_account_whatever_its_email_is_now() {
        var claims = verified(Api.newEmail());
        var ada = Person.of(api, signIn(claims).is(201));
        var bob = AccountClient.ofNewUser().person();

        for (var email : new String[] {Api.newEmail(), bob.email(), "no email"}) {
            var again = Person.of(api, signIn(with(claims, "email", email)).is(200));
            assertThat(again.id()).isEqualTo(ada.id());
            assertThat(again.email()).isEqualTo(ada.email());
            again.get(ME).is(200);
        }
        var withoutEmail = new HashMap<>(claims);
        withoutEmail.remove("email");
        assertThat(Person.of(api, signIn(withoutEmail).is(200)).id()).isEqualTo(ada.id());
        assertThat(People.auditTrail(ada))
                .filteredOn(event -> event.startsWith("log_in by"))
                .hasSize(4);
    }

    @Test
    void the_same_subject_of_another_issuer_is_somebody_else() {
        var other = new IdentityProvider();
        var claims = verified(Api.newEmail());
        var ada = Person.of(api, signIn(claims).is(201));
        try (var both = Api.with(other.settings())) {
            var answer = both.post(
                    "/api/v1/auth/providers/google",
                    other.signIn(with(claims, "email", Api.newEmail())).json());

            assertThat(Person.of(both, answer.is(201)).id()).isNotEqualTo(ada.id());
        }
    }

    @Test
    void an_email_that_both_sides_have_verified_links_the_identity_to_its_account() {
        var ada = verifiedPerson();
        var claims = verified(ada.email().toUpperCase(Locale.ROOT));

        assertThat(Person.of(api, signIn(claims).is(200)).id()).isEqualTo(ada.id());

        assertThat(Person.of(api, signIn(with(claims, "email", Api.newEmail())).is(200))
                        .id())
                .isEqualTo(ada.id());
        assertThat(People.auditTrail(ada))
                .containsExactly("identity_linked by " + ada.id(), "log_in by " + ada.id(), "log_in by " + ada.id());
    }

    @Test
    void an_email_that_the_provider_has_not_verified_never_links() {
        var ada = verifiedPerson();

        for (var flag : new Object[] {false, "false", "yes", 1, List.of(true)}) {
            signIn(with(verified(ada.email()), "email_verified", flag)).isProblem(409, "EMAIL_TAKEN");
        }
        var silent = new HashMap<>(verified(ada.email()));
        silent.remove("email_verified");
        signIn(silent).isProblem(409, "EMAIL_TAKEN");

        assertThat(identities(ada)).isZero();
    }

    @Test
    void an_email_that_the_account_has_not_verified_never_links() {
        var ada = AccountClient.ofNewUser().person();

        signIn(verified(ada.email())).isProblem(409, "EMAIL_TAKEN");

        assertThat(identities(ada)).isZero();
    }

    @Test
    void an_account_with_two_factor_is_never_linked_by_its_email() {
        var ada = verifiedPerson();
        Sql.run(
                "insert into totp_secrets (user_id, key_id, secret, confirmed_at) values (?, 'k', 'secret', now())",
                ada.id());

        signIn(verified(ada.email())).isProblem(409, "EMAIL_TAKEN");

        assertThat(identities(ada)).isZero();
    }

    @Test
    void an_account_that_has_an_identity_of_the_provider_is_not_linked_to_another_one() {
        var ada = verifiedPerson();
        signIn(verified(ada.email())).is(200);

        signIn(verified(ada.email())).isProblem(409, "EMAIL_TAKEN");

        assertThat(identities(ada)).isOne();
    }

    @Test
    void a_deactivated_account_is_neither_signed_in_to_nor_linked() {
        var claims = verified(Api.newEmail());
        var ada = Person.of(api, signIn(claims).is(201));
        var bob = verifiedPerson();
        Sql.run("update users set is_active = false where id in (?, ?)", ada.id(), bob.id());

        signIn(claims).isProblem(403, "ACCOUNT_INACTIVE");
        signIn(verified(bob.email())).isProblem(403, "ACCOUNT_INACTIVE");

        assertThat(identities(bob)).isZero();
        assertThat(People.auditTrail(bob)).containsExactly("log_in_refused by " + bob.id());
    }

    @Test
    void an_unverified_email_is_stored_as_such_and_gets_a_verification_mail() {
        try (var mailing = Api.with(with(MailServer.shared().settings(), GOOGLE.settings()))) {
            var claims = with(verified(Api.newEmail()), "email_verified", false);

            var answer = mailing.post(
                    "/api/v1/auth/providers/google", GOOGLE.signIn(claims).json());

            var ada = Person.of(mailing, answer.is(201));
            assertThat(answer.json().path("user").path("email_verified").asBoolean())
                    .isFalse();
            assertThat(MailServer.shared().messagesTo(ada.email())).hasSize(1);
        }
    }

    @Test
    void a_verified_email_gets_no_mail() {
        try (var mailing = Api.with(with(MailServer.shared().settings(), GOOGLE.settings()))) {
            var answer = mailing.post(
                    "/api/v1/auth/providers/google",
                    GOOGLE.signIn(Api.newEmail()).json());

            assertThat(Sql.texts(
                            "select kind from mails where user_id = ?",
                            Person.of(mailing, answer.is(201)).id()))
                    .isEmpty();
        }
    }

    @Test
    void where_a_verified_email_is_required_a_sign_in_without_one_answers_403() {
        try (var strict = Api.complete(with(Map.of("REQUIRE_VERIFIED_EMAIL", "true"), GOOGLE.settings()))) {
            var claims = with(verified(Api.newEmail()), "email_verified", false);
            var ada = Person.of(api, signIn(claims).is(201));

            strict.post("/api/v1/auth/providers/google", GOOGLE.signIn(claims).json())
                    .isProblem(403, "EMAIL_NOT_VERIFIED");

            Sql.run("update users set email_verified = true where id = ?", ada.id());
            strict.post("/api/v1/auth/providers/google", GOOGLE.signIn(claims).json())
                    .is(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "ada", "ada@example", "\"ada lovelace\"@example.org", "ada@example.org, eve@example.org"
            })
    void without_a_usable_email_no_account_is_created(String email) {
        signIn(verified(email)).isInvalid("code EMAIL_MISSING");
    }

    @ParameterizedTest
    @CsvSource({"' Ada  Lovelace ', 'Ada  Lovelace'", "A, ", "'', ", "'Ada\nLovelace', ", "'\u200b\u200b', "})
    void a_name_that_the_rules_forbid_is_derived_from_the_email(String name, String expected) {
        var email = Api.newEmail();

        var user = signIn(with(verified(email), "name", name)).is(201).json().path("user");

        assertThat(user.path("name").asText()).isEqualTo(expected == null ? email.split("@", 2)[0] : expected);
    }

    @Test
    void a_code_works_once() {
        var redemption = GOOGLE.signIn(Api.newEmail());

        signIn(redemption).is(201);
        signIn(redemption).isProblem(401, "INVALID_CREDENTIALS");
    }

    @Test
    void a_code_without_the_verifier_of_the_browser_that_requested_it_is_refused() {
        var victim = GOOGLE.signIn(Api.newEmail());
        var attacker = GOOGLE.signIn(Api.newEmail());

        signIn(victim.withCode(attacker.code())).isProblem(401, "INVALID_CREDENTIALS");
        signIn(victim.withVerifier("v".repeat(43))).isProblem(401, "INVALID_CREDENTIALS");
    }

    @Test
    void a_code_that_was_requested_with_another_nonce_is_refused() {
        var redemption = GOOGLE.signIn(Api.newEmail());

        signIn(redemption.withNonce(UUID.randomUUID().toString())).isProblem(401, "INVALID_CREDENTIALS");
    }

    @Test
    void an_unknown_provider_answers_404() {
        var json = GOOGLE.signIn(Api.newEmail()).json();

        api.post("/api/v1/auth/providers/gogle", json).isProblem(404, "PROVIDER_NOT_FOUND");
        Api.shared().post("/api/v1/auth/providers/google", json).isProblem(404, "PROVIDER_NOT_FOUND");
    }

    @Test
    void all_that_is_wrong_with_a_request_is_reported_at_once() {
        api.post("/api/v1/auth/providers/google", "{}")
                .isInvalid("code REQUIRED", "code_verifier REQUIRED", "redirect_uri REQUIRED", "nonce REQUIRED");
        api.post("/api/v1/auth/providers/google", """
                        {"code": "", "code_verifier": "%s", "redirect_uri": "https://evil.example", "nonce": "short", "state": "x"}
                        """.formatted("v".repeat(129)))
                .isInvalid(
                        "code TOO_SHORT",
                        "code_verifier TOO_LONG",
                        "redirect_uri NOT_ALLOWED",
                        "nonce TOO_SHORT",
                        "state UNKNOWN_FIELD");
        api.post("/api/v1/auth/providers/google", """
                        {"code": "a b", "code_verifier": "%s+", "redirect_uri": "%s", "nonce": "näschen!"}
                        """.formatted("v".repeat(43), IdentityProvider.REDIRECT_URI))
                .isInvalid("code INVALID_CHARACTER", "code_verifier INVALID_CHARACTER", "nonce INVALID_CHARACTER");
        api.post("/api/v1/auth/providers/google", """
                        {"code": "%s", "code_verifier": "short", "redirect_uri": 5, "nonce": null}
                        """.formatted("c".repeat(2049)))
                .isInvalid("code TOO_LONG", "code_verifier TOO_SHORT", "redirect_uri WRONG_TYPE", "nonce REQUIRED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example.com/signed-in/",
                "https://app.example.com/signed-in?next=/",
                "https://app.example.com/SIGNED-IN",
                "https://app.example.com:443/signed-in",
                "http://app.example.com/signed-in",
                "https://app.example.com/signed-in https://evil.example"
            })
    void a_redirect_uri_must_equal_an_allowed_one(String uri) {
        signIn(GOOGLE.signIn(Api.newEmail()).withRedirectUri(uri)).isInvalid("redirect_uri NOT_ALLOWED");
    }

    private static Person verifiedPerson() {
        var person = AccountClient.ofNewUser().person();
        Sql.run("update users set email_verified = true where id = ?", person.id());
        return person;
    }

    private static long identities(Person person) {
        return Sql.number("select count(*) from identities where user_id = ?", person.id());
    }

    private static <T> Map<String, T> with(Map<String, T> map, String name, T value) {
        return with(map, Map.of(name, value));
    }

    private static <T> Map<String, T> with(Map<String, T> map, Map<String, T> others) {
        var all = new HashMap<>(map);
        all.putAll(others);
        return all;
    }

    private static Answer signIn(Map<String, Object> claims) {
        return signIn(GOOGLE.signIn(claims));
    }

    private static Answer signIn(Redemption redemption) {
        return api.post("/api/v1/auth/providers/google", redemption.json());
    }
}
