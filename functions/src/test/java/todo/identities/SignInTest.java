package todo.identities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import todo.testing.AccountClient;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.IdentityProvider;
import todo.testing.Person;
import todo.testing.Redemption;

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
        var email = Api.newEmail();
        var claims = Map.<String, Object>of(
                "sub", UUID.randomUUID().toString(), "email", email, "email_verified", true, "name", "Ada Lovelace");

        var answer = signIn(GOOGLE.signIn(claims)).is(201);

        var user = answer.json().path("user");
        assertThat(user.path("email").asText()).isEqualTo(email);
        assertThat(user.path("name").asText()).isEqualTo("Ada Lovelace");
        assertThat(user.path("email_verified").asBoolean()).isTrue();
        Person.of(api, answer).get(AccountClient.ME).is(200);
        var again = signIn(GOOGLE.signIn(claims)).is(200);
        assertThat(again.json().path("user").path("id")).isEqualTo(user.path("id"));
    }

    private static Answer signIn(Redemption redemption) {
        return api.post("/api/v1/auth/providers/google", redemption.json());
    }
}
