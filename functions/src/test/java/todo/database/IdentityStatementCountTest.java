package todo.database;

import static todo.testing.AccountClient.ME;
import static todo.testing.IdentityProvider.verified;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.ResourceLock;
import todo.testing.AccountClient;
import todo.testing.Api;
import todo.testing.AppRole;
import todo.testing.IdentityProvider;
import todo.testing.People;
import todo.testing.Person;
import todo.testing.Redemption;
import todo.testing.Request;
import todo.testing.Sql;

/// Signing in and linking take two statements because the provider is called in between. The others take one.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ResourceLock(AddressLimits.RESOURCE)
final class IdentityStatementCountTest {
    private static final String IDENTITIES = ME + "/identities";

    private final IdentityProvider google = new IdentityProvider();
    private final AppRole role = AppRole.create("counted_identities", Map.of());
    private final StatementCounter statements = new StatementCounter(role);
    private final Api api = api(Map.of());
    private final Person ada = AccountClient.ofNewUser().person().at(api);

    @AfterAll
    void stop() {
        api.close();
        AddressLimits.reset();
    }

    @Test
    void listing_providers_needs_no_statement() {
        statements.expectNone(api.request("GET", "/api/v1/auth/providers"), 200);
    }

    @Test
    void signing_up_and_in_are_two_statements() {
        var claims = verified(Api.newEmail());
        statements.expectTwo(signIn(google.signIn(claims)), 201);
        statements.expectTwo(signIn(google.signIn(claims)), 200);
        statements.expectTwo(signIn(google.signIn(ada.email())), 409);
        Sql.run("update users set email_verified = true where id = ?", ada.id());
        statements.expectTwo(signIn(google.signIn(ada.email())), 200);
        statements.expectTwo(signIn(google.signIn("no email")), 400);
    }

    @Test
    void a_refused_code_is_one_statement_and_an_invalid_request_none() {
        var redemption = google.signIn(Api.newEmail());
        statements.expectOne(signIn(redemption.withCode("unknown")), 401);
        statements.expectNone(signIn(redemption.withNonce("short")), 400);
        statements.expectNone(
                api.request("POST", "/api/v1/auth/providers/gogle").json(redemption.json()), 404);
        statements.expectNone(link(ada, redemption.withNonce("short")), 400);
        statements.expectNone(ada.request("DELETE", IDENTITIES + "/GOOGLE"), 404);
    }

    @Test
    void a_sign_in_over_the_limit_of_its_ip_address_is_one_statement() {
        AddressLimits.reset();
        try (var limited = api(Map.of("RATE_LIMIT_LOGIN", "1"))) {
            var request = limited.request("POST", "/api/v1/auth/providers/google")
                    .json(google.signIn(Api.newEmail()).json());
            request.send().is(201);

            statements.expectOne(request, 429);
        }
    }

    @Test
    void linking_is_two_statements_and_one_without_a_session() {
        var bob = AccountClient.ofNewUser().person().at(api);
        var claims = verified(Api.newEmail());
        statements.expectTwo(link(bob, google.signIn(claims)), 201);
        statements.expectTwo(link(bob, google.signIn(claims)), 200);
        statements.expectTwo(link(bob, google.signIn(Api.newEmail())), 409);
        bob.delete(AccountClient.SESSIONS).is(200);
        statements.expectOne(link(bob, google.signIn(claims)), 401);
    }

    @Test
    void listing_and_unlinking_are_one_statement() {
        var bob = AccountClient.ofNewUser().person().at(api);
        People.link(bob, "google");
        statements.expectOne(bob.request("GET", IDENTITIES), 200);
        statements.expectOne(bob.request("DELETE", IDENTITIES + "/google"), 200);
        statements.expectOne(bob.request("DELETE", IDENTITIES + "/google"), 404);
    }

    private Request signIn(Redemption redemption) {
        return api.request("POST", "/api/v1/auth/providers/google").json(redemption.json());
    }

    private static Request link(Person person, Redemption redemption) {
        return person.request("POST", IDENTITIES).json(redemption.linkingJson("google"));
    }

    private Api api(Map<String, String> settings) {
        var all = new HashMap<>(google.settings());
        all.put("DATABASE_URL", role.url());
        all.putAll(settings);
        return Api.with(all);
    }
}
