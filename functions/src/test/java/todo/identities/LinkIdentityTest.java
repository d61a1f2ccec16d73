package todo.identities;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.AccountClient.ME;
import static todo.testing.IdentityProvider.verified;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import todo.testing.AccountClient;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Burst;
import todo.testing.People;
import todo.testing.Person;
import todo.testing.Redemption;
import todo.testing.SignInClient;
import todo.testing.Sql;

final class LinkIdentityTest {
    private static final String IDENTITIES = ME + "/identities";
    private static final Api API = Api.complete();
    private static final SignInClient GOOGLE = new SignInClient(API, Api.google());

    private final Person ada = AccountClient.ofNewUser().person().at(API);

    @Test
    void an_identity_with_any_email_is_linked_from_inside_and_signs_in() {
        var claims = verified("ada@work.example.com");

        var linked = link(GOOGLE.provider().signIn(claims)).is(201);

        assertThat(linked.json().fieldNames())
                .toIterable()
                .containsExactly("provider", "email", "created_at", "last_used_at");
        assertThat(linked.text("provider")).isEqualTo("google");
        assertThat(linked.text("email")).isEqualTo("ada@work.example.com");
        assertThat(linked.json().path("last_used_at").isNull()).isTrue();
        assertThat(ada.get(IDENTITIES).is(200).json().path("identities").path(0))
                .isEqualTo(linked.json());
        assertThat(ada.get(IDENTITIES).json().path("has_password").asBoolean()).isTrue();
        assertThat(Person.of(API, GOOGLE.signIn(claims).is(200)).id()).isEqualTo(ada.id());
        assertThat(People.auditTrail(ada)).containsExactly("identity_linked by " + ada.id(), "log_in by " + ada.id());
    }

    @Test
    void a_sign_in_updates_the_time_of_last_use_and_the_email() {
        var claims = verified(Api.newEmail());
        var bob = Person.of(API, GOOGLE.signIn(claims).is(201));
        Sql.run("update identities set last_used_at = null where user_id = ?", bob.id());

        GOOGLE.signIn(Map.of("sub", String.valueOf(claims.get("sub")), "email", "bob@new.example.com"))
                .is(200);

        var list = bob.get(IDENTITIES).is(200);
        assertThat(list.json().path("has_password").asBoolean()).isFalse();
        assertThat(list.each("identities", "email")).containsExactly("bob@new.example.com");
        assertThat(Instant.parse(list.each("identities", "last_used_at").getFirst()))
                .isCloseTo(Instant.now(), Assertions.within(1, ChronoUnit.MINUTES));
    }

    @Test
    void linking_the_same_identity_again_answers_200() {
        var claims = verified(Api.newEmail());
        var first = link(GOOGLE.provider().signIn(claims)).is(201);

        assertThat(link(GOOGLE.provider().signIn(claims)).is(200).json()).isEqualTo(first.json());

        assertThat(People.auditTrail(ada)).hasSize(1);
    }

    @Test
    void an_identity_of_another_account_can_not_be_linked() {
        var claims = verified(Api.newEmail());
        GOOGLE.signIn(claims).is(201);

        link(GOOGLE.provider().signIn(claims)).isProblem(409, "IDENTITY_TAKEN");

        assertThat(ada.get(IDENTITIES).json().path("identities")).isEmpty();
    }

    @Test
    void a_second_identity_of_a_provider_can_not_be_linked() {
        link(GOOGLE.provider().signIn(Api.newEmail())).is(201);

        link(GOOGLE.provider().signIn(Api.newEmail())).isProblem(409, "IDENTITY_TAKEN");
    }

    @Test
    void a_code_of_another_browser_can_not_be_linked() {
        var attacker = GOOGLE.provider().signIn(Api.newEmail());

        link(GOOGLE.provider().signIn(Api.newEmail()).withCode(attacker.code())).isProblem(401, "INVALID_CREDENTIALS");

        assertThat(ada.get(IDENTITIES).json().path("identities")).isEmpty();
    }

    @Test
    void a_dead_session_links_nothing_and_does_not_use_up_the_code() {
        var redemption = GOOGLE.provider().signIn(Api.newEmail());
        ada.delete(AccountClient.SESSIONS).is(200);

        link(redemption).isProblem(401, "UNAUTHENTICATED");

        API.post("/api/v1/auth/providers/google", redemption.json()).is(201);
    }

    @Test
    void an_eleventh_attempt_to_link_in_a_minute_answers_429() {
        var refused = GOOGLE.provider().signIn(Api.newEmail()).withCode("unknown");
        for (var attempt = 0; attempt < 10; attempt++) {
            link(refused).is(401);
        }

        link(refused).isProblem(429, "RATE_LIMITED");
    }

    @Test
    void what_is_wrong_with_a_request_to_link_is_reported_at_once() {
        ada.post(IDENTITIES, "{\"provider\": \"\"}")
                .isInvalid(
                        "provider TOO_SHORT",
                        "code REQUIRED",
                        "code_verifier REQUIRED",
                        "redirect_uri REQUIRED",
                        "nonce REQUIRED");
        ada.post(IDENTITIES, GOOGLE.provider().signIn(Api.newEmail()).linkingJson("gogle"))
                .isProblem(404, "PROVIDER_NOT_FOUND");
    }

    @Test
    void concurrent_links_of_one_identity_make_one() {
        var claims = verified(Api.newEmail());

        var answers = Burst.ofOneUser(5, _ -> link(GOOGLE.provider().signIn(claims)));

        assertThat(answers).extracting(Answer::status).containsOnly(200, 201).containsOnlyOnce(201);
    }

    @Test
    void of_two_accounts_that_link_one_identity_at_once_one_gets_it() {
        var claims = verified(Api.newEmail());
        var people = new Person[] {ada, AccountClient.ofNewUser().person().at(API)};

        var answers = Burst.of(
                2,
                number -> people[number].post(
                        IDENTITIES, GOOGLE.provider().signIn(claims).linkingJson("google")));

        assertThat(answers).extracting(Answer::outcome).containsExactlyInAnyOrder("201", "409 IDENTITY_TAKEN");
    }

    private Answer link(Redemption redemption) {
        return ada.post(IDENTITIES, redemption.linkingJson("google"));
    }
}
