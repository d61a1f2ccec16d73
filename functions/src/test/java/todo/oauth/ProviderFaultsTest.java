package todo.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.IdentityProvider.CLIENT_SECRET;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.IdentityProvider;
import todo.testing.LogLines;
import todo.testing.RawServer;

/// Providers that are down, slow, broken or misconfigured. None of them can make the API fail otherwise.
@Isolated("reads the log of the whole process")
final class ProviderFaultsTest {
    private static final String DISCOVERY = ".well-known/openid-configuration";

    private final IdentityProvider google = new IdentityProvider();
    private final Api api = Api.with(google.settings());
    private final LogLines lines = LogLines.open();

    @AfterEach
    void stop_and_assert_that_no_secret_was_logged() {
        lines.close();
        api.close();
        assertThat(lines.text() + lines.standardError()).doesNotContain(CLIENT_SECRET, "aHVudGVy"); // in base64 as well
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | {"error": "invalid_grant", "error_description": "The code has expired"}
            403 | {"error": "invalid_grant"}
            400 | {"error": "invalid_request"}
            200 | {"error": "bad_verification_code"}
            """)
    void a_code_that_the_provider_refuses_answers_401(int status, String body) {
        google.answer("token", status, body);

        signIn().isProblem(401, "INVALID_CREDENTIALS");

        assertThat(incidents()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            401 | {"error": "invalid_client"}
            401 | Unauthorized
            400 | {"error": "invalid_client"}
            400 | {"error": "unauthorized_client"}
            200 | {"error": "incorrect_client_credentials"}
            """)
    void a_provider_that_refuses_this_client_answers_503_and_is_reported(int status, String body) {
        google.answer("token", status, body);

        isUnavailable(signIn());

        assertThat(incidents()).singleElement().satisfies(line -> {
            assertThat(line.path("event").asText()).isEqualTo("provider_misconfigured");
            assertThat(line.path("level").asText()).isEqualTo("error");
            assertThat(line.path("message").asText()).startsWith("google: ");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            500 | {"error": "server_error"}
            503 | {"error": "invalid_grant"}
            429 | {"error": "invalid_grant"}
            404 | Not Found
            405 | {"error": "invalid_grant"}
            200 | <!doctype html><title>Sign in</title>
            200 | ''
            200 | []
            200 | {"access_token": "a"}
            200 | {"id_token": 5}
            200 | {"id_token": "a.b.c", "id_token": "a.b.c"}
            204 | ''
            """)
    void a_broken_token_endpoint_answers_503(int status, String body) {
        google.answer("token", status, body);

        isUnavailable(signIn());

        assertThat(incidents()).isEmpty();
        google.recover("token");
        signIn().is(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "jwks", DISCOVERY})
    void an_answer_of_more_than_256_kilobytes_answers_503(String path) {
        google.answer(path, 200, "{\"padding\": \"" + " ".repeat(256 * 1024) + "\"}");

        isUnavailable(signIn());
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "jwks", DISCOVERY})
    void a_provider_that_does_not_answer_in_time_answers_503(String path) {
        var gate = new CountDownLatch(1);
        google.answer(path, () -> {
            await(gate);
            return new OAuth2HttpResponse(Headers.of(), 200, "{}", null);
        });

        isUnavailable(signIn());

        gate.countDown();
    }

    @Test
    void a_provider_that_sends_its_answer_byte_by_byte_answers_503() throws IOException {
        try (var slow = RawServer.sendingForever()) {
            google.answer(
                    DISCOVERY,
                    200,
                    google.read(DISCOVERY).replaceAll("(\"token_endpoint\"\\s*:\\s*\")[^\"]+", "$1" + slow.url()));

            isUnavailable(signIn());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "jwks", DISCOVERY})
    void redirects_are_not_followed(String path) {
        var elsewhere = google.issuer() + "/elsewhere";
        var visits = new CountDownLatch(1);
        google.answer("elsewhere", () -> {
            visits.countDown();
            return new OAuth2HttpResponse(Headers.of(), 200, "{}", null);
        });
        google.answer(path, () -> new OAuth2HttpResponse(Headers.of("Location", elsewhere), 302, "", null));

        isUnavailable(signIn());

        assertThat(visits.getCount()).isOne();
    }

    @Test
    void a_provider_that_is_down_answers_503_and_is_left_out_of_the_list() {
        var settings = Map.of(
                "OIDC_PROVIDERS",
                "{" + google.registration("google") + ", "
                        + google.registration("down").replaceFirst("http://[^\"]+", "http://localhost:1/down") + "}",
                "ALLOWED_REDIRECTS",
                IdentityProvider.REDIRECT_URI);
        try (var both = Api.with(settings)) {
            isUnavailable(both.post(
                    "/api/v1/auth/providers/down", google.signIn(Api.newEmail()).json()));

            assertThat(both.get("/api/v1/auth/providers").is(200).each("providers", "name"))
                    .containsExactly("google");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "{}", "{\"issuer\": 5}"})
    void an_issuer_without_metadata_answers_503(String metadata) {
        google.answer(DISCOVERY, 200, metadata);

        isUnavailable(signIn());
        assertThat(api.get("/api/v1/auth/providers").is(200).json().path("providers"))
                .isEmpty();
    }

    @Test
    void metadata_of_another_issuer_answer_503_and_are_reported() {
        google.answer(DISCOVERY, 200, new IdentityProvider().read(DISCOVERY));

        isUnavailable(signIn());

        assertThat(incidents())
                .extracting(line -> line.path("message").asText())
                .contains("google: the provider has another issuer than the configured one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jwks_uri", "token_endpoint", "authorization_endpoint"})
    void an_endpoint_that_is_no_url_answers_503(String endpoint) {
        google.answer(
                DISCOVERY,
                200,
                google.read(DISCOVERY).replaceAll("(\"" + endpoint + "\"\\s*:\\s*\")[^\"]+", "$1file:///etc/passwd"));

        isUnavailable(signIn());
    }

    @Test
    void keys_that_can_not_be_fetched_answer_503() {
        google.answer("jwks", 500, "");

        isUnavailable(signIn());
    }

    @Test
    void a_client_authenticates_as_the_provider_wants() {
        google.answer(
                DISCOVERY,
                200,
                google.read(DISCOVERY)
                        .replaceFirst(
                                "\\{",
                                "{\"token_endpoint_auth_methods_supported\": [\"client_secret_post\"], \"unused\": null,"));

        signIn().is(201);
    }

    private Answer signIn() {
        return api.post(
                "/api/v1/auth/providers/google", google.signIn(Api.newEmail()).json());
    }

    private static void isUnavailable(Answer answer) {
        answer.isProblem(503, "PROVIDER_UNAVAILABLE");
        assertThat(answer.header("Retry-After")).hasValue("5");
    }

    private List<JsonNode> incidents() {
        return lines.all().stream()
                .filter(line -> !line.path("event").asText().equals("request"))
                .toList();
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}
