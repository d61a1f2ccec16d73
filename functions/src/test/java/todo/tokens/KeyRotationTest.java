package todo.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.DecodedToken;
import todo.testing.Person;

@TestInstance(Lifecycle.PER_CLASS)
final class KeyRotationTest {
    private static final String ME = "/api/v1/users/me";
    private static final String NEW_KEY = "new:bmV3LXRva2VuLWtleS0wMTIzNDU2Nzg5YWJjZGVmZ2hpams";

    private final Person ada = Api.shared().newPerson();
    private final Api rotated = Api.with(Map.of("TOKEN_KEYS", NEW_KEY + ", test:" + Api.TOKEN_KEY));
    private final Api withoutOldKey = Api.with(Map.of("TOKEN_KEYS", NEW_KEY));
    private final Person bob = rotated.newPerson();

    @AfterAll
    void stop() {
        rotated.close();
        withoutOldKey.close();
    }

    @Test
    void new_tokens_are_signed_with_the_first_key() {
        assertThat(DecodedToken.of(bob.token()).header().path("kid").asText()).isEqualTo("new");
        at(rotated, bob).is(200);
        at(withoutOldKey, bob).is(200);
    }

    @Test
    void tokens_signed_with_an_earlier_key_stay_valid() {
        at(rotated, ada).is(200);
    }

    @Test
    void keys_may_be_given_as_a_json_object() {
        try (var other = Api.with(Map.of("TOKEN_KEYS", "{\"test\": \"" + Api.TOKEN_KEY + "\"}"))) {
            Api.shared().newPerson().at(other).get("/api/v1/users/me").is(200);
        }
    }

    @Test
    void tokens_signed_with_a_removed_or_unknown_key_answer_401() {
        at(withoutOldKey, ada).isProblem(401, "UNAUTHENTICATED");
        at(Api.shared(), bob).isProblem(401, "UNAUTHENTICATED");
    }

    @Test
    void a_token_that_names_another_key_id_answers_401() {
        var renamed = DecodedToken.of(ada.token()).header("kid", "\"new\"").signed();

        rotated.request("GET", ME).bearer(renamed).send().isProblem(401, "UNAUTHENTICATED");
    }

    @Test
    void tokens_of_another_stage_answer_401() {
        try (var production = Api.with(Map.of("STAGE", "production"))) {
            at(production, ada).isProblem(401, "UNAUTHENTICATED");
        }
    }

    private static Answer at(Api api, Person person) {
        return api.request("GET", ME).as(person).send();
    }
}
