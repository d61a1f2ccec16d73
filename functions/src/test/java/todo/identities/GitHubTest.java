package todo.identities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.GitHubServer;
import todo.testing.Person;
import todo.testing.Sql;

final class GitHubTest {
    private final GitHubServer github = GitHubServer.start();
    private final Api api = Api.with(github.settings());
    private final String email = Api.newEmail();

    @AfterEach
    void stop() {
        api.close();
        github.close();
    }

    @Test
    void the_list_has_what_a_front_end_needs() {
        var provider = api.get("/api/v1/auth/providers")
                .is(200)
                .json()
                .path("providers")
                .path(0);

        assertThat(provider.path("name").asText()).isEqualTo("github");
        assertThat(provider.path("display_name").asText()).isEqualTo("GitHub");
        assertThat(provider.path("issuer").isNull()).isTrue();
        assertThat(provider.path("client_id").asText()).isEqualTo(GitHubServer.CLIENT_ID);
        assertThat(provider.path("scope").asText()).isEqualTo("read:user user:email");
        assertThat(provider.path("authorization_endpoint").asText()).isEqualTo(github.url() + "/login/oauth/authorize");
    }

    @Test
    void the_numeric_id_identifies_the_account_and_the_primary_email_is_its_email() {
        github.answer(
                "/user", 200, "{\"id\": 583231, \"login\": \"ada\", \"name\": \"Ada Lovelace\", \"email\": null}");
        github.answer("/user/emails", 200, """
                [{"email": "other@example.com", "primary": false, "verified": true},
                 {"email": "%s", "primary": true, "verified": true}]""".formatted(email));

        var answer = signIn().is(201);

        var ada = Person.of(api, answer);
        assertThat(ada.email()).isEqualTo(email);
        assertThat(answer.json().path("user").path("name").asText()).isEqualTo("Ada Lovelace");
        assertThat(answer.json().path("user").path("email_verified").asBoolean())
                .isTrue();
        assertThat(Sql.texts("select issuer || ' ' || subject from identities where user_id = ?", ada.id()))
                .containsExactly(github.url() + " 583231");
        assertThat(github.form())
                .contains(Map.entry("client_id", GitHubServer.CLIENT_ID))
                .contains(Map.entry("client_secret", GitHubServer.CLIENT_SECRET))
                .contains(Map.entry("code", "code"))
                .containsKeys("code_verifier", "redirect_uri");
    }

    @Test
    void an_unverified_primary_email_is_not_trusted() {
        var bob = Api.shared().newPerson();
        Sql.run("update users set email_verified = true where id = ?", bob.id());
        github.answer(
                "/user/emails",
                200,
                "[{\"email\": \"%s\", \"primary\": true, \"verified\": false}]".formatted(bob.email()));

        signIn().isProblem(409, "EMAIL_TAKEN");
    }

    @Test
    void an_account_without_primary_email_can_not_sign_up() {
        github.answer(
                "/user/emails", 200, "[{\"email\": \"ada@example.com\", \"primary\": false, \"verified\": true}]");

        signIn().isInvalid("code EMAIL_MISSING");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /login/oauth/access_token | 200 | {"error": "bad_verification_code"} | 401 INVALID_CREDENTIALS
            /login/oauth/access_token | 200 | {"error": "redirect_uri_mismatch"} | 401 INVALID_CREDENTIALS
            /login/oauth/access_token | 200 | {"error": "incorrect_client_credentials"} | 503 PROVIDER_UNAVAILABLE
            /login/oauth/access_token | 404 | {"error": "Not Found"} | 503 PROVIDER_UNAVAILABLE
            /login/oauth/access_token | 200 | {"access_token": "a\\nb"} | 503 PROVIDER_UNAVAILABLE
            /login/oauth/access_token | 200 | {} | 503 PROVIDER_UNAVAILABLE
            /user        | 401 | {"message": "Bad credentials"} | 503 PROVIDER_UNAVAILABLE
            /user        | 200 | {"login": "ada"}  | 503 PROVIDER_UNAVAILABLE
            /user        | 200 | {"id": "583231"}  | 503 PROVIDER_UNAVAILABLE
            /user        | 200 | []                | 503 PROVIDER_UNAVAILABLE
            /user/emails | 200 | {}                | 503 PROVIDER_UNAVAILABLE
            /user/emails | 500 | []                | 503 PROVIDER_UNAVAILABLE
            /user/emails | 200 | [5, "x", null]    | 400 VALIDATION_ERROR
            """)
    void a_refusal_answers_401_and_nonsense_503(String path, int status, String body, String outcome) {
        github.answer(path, status, body);

        assertThat(signIn().outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login/oauth/access_token", "/user", "/user/emails"})
    void the_access_token_is_sent_to_the_api_only(String path) {
        signIn().is(201);

        assertThat(github.authorization(path))
                .isEqualTo(path.startsWith("/login") ? "" : "Bearer " + GitHubServer.ACCESS_TOKEN);
    }

    private Answer signIn() {
        return api.post("/api/v1/auth/providers/github", GitHubServer.REDEMPTION.json());
    }
}
