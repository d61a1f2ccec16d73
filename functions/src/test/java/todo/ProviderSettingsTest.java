package todo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Api;
import todo.testing.IdentityProvider;
import todo.testing.SecretsManager;

@Isolated("replaces the Secrets Manager of the process")
final class ProviderSettingsTest {
    private static final String REDIRECT = "https://todo.example.org/signed-in";
    private static final String GOOGLE =
            "{\"google\": {\"issuer\": \"https://accounts.google.com\", \"client_id\": \"id\", \"client_secret\": \"hunter2\"}}";

    @Test
    void without_settings_there_are_no_providers() {
        var list = Api.shared().get("/api/v1/auth/providers").is(200);

        assertThat(list.json().path("providers")).isEmpty();
        assertThat(list.json().path("redirect_uris")).isEmpty();
    }

    @Test
    void a_provider_has_the_name_and_the_endpoint_for_the_front_end() {
        var google = new IdentityProvider();
        var providers = "{" + google.registration("google").replace("}", ", \"display_name\": \"Google\"}") + ", "
                + google.registration("other") + "}";
        try (var api = Api.with(
                Map.of("OIDC_PROVIDERS", providers, "ALLOWED_REDIRECTS", REDIRECT + ", http://localhost:3000/"))) {
            var list = api.get("/api/v1/auth/providers").is(200);

            assertThat(list.each("providers", "name")).containsExactly("google", "other");
            assertThat(list.each("providers", "display_name")).containsExactly("Google", "other");
            assertThat(list.each("providers", "issuer")).containsOnly(google.issuer());
            assertThat(list.each("providers", "client_id")).containsOnly(IdentityProvider.CLIENT_ID);
            assertThat(list.each("providers", "scope")).containsOnly("openid email profile");
            assertThat(list.each("providers", "authorization_endpoint")).containsOnly(google.issuer() + "/authorize");
            assertThat(list.json().path("redirect_uris").valueStream().map(uri -> uri.asText()))
                    .containsExactly(REDIRECT, "http://localhost:3000/");
            assertThat(list.text()).doesNotContain(IdentityProvider.CLIENT_SECRET);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            []                        | must be a JSON object of providers by name, such as {"google": {"issuer": …, "client_id": …, "client_secret": …}}, with names of 1 to 32 letters a to z, digits and hyphens
            {"Google": {}}            | must be a JSON object of providers by name, such as {"google": {"issuer": …, "client_id": …, "client_secret": …}}, with names of 1 to 32 letters a to z, digits and hyphens
            {"a": {}, "a": {}}        | must be a JSON object of providers by name, such as {"google": {"issuer": …, "client_id": …, "client_secret": …}}, with names of 1 to 32 letters a to z, digits and hyphens
            {"a": {"clientId": "x"}}  | must have, for a, no members but api_url, client_id, client_secret, display_name, issuer, type, url
            {"a": {"type": "oidc"}}   | must have, for a, no type, or the type github
            {"a": 5}                  | must have, for a, an https:// URL without query as issuer
            {"a": {"issuer": "accounts.google.com"}}         | must have, for a, an https:// URL without query as issuer
            {"a": {"issuer": "https://a.example/?tenant=1"}} | must have, for a, an https:// URL without query as issuer
            {"a": {"issuer": "https://user:pw@a.example"}}   | must have, for a, an https:// URL without query as issuer
            {"a": {"issuer": "https://a.example"}}           | must have, for a, a client_id
            {"a": {"issuer": "https://a.example", "client_id": "hunter2"}} | must have, for a, a client_secret
            {"a": {"issuer": "https://a.example", "client_id": "x", "client_secret": " "}} | must have, for a, a client_secret
            {"a": {"type": "github", "api_url": "x"}}        | must have, for a, an https:// URL without query as api_url
            """)
    void invalid_providers_stop_the_start_and_are_not_quoted(String providers, String message) {
        assertThatIllegalStateException()
                .isThrownBy(() -> started(Map.of("OIDC_PROVIDERS", providers, "ALLOWED_REDIRECTS", REDIRECT)))
                .withMessage("OIDC_PROVIDERS " + message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://todo.example.org/#in",
                "http://todo.example.org/",
                "todo.example.org",
                "com.example.todo:/in",
                "https://todo.example.org/,",
                "https://user@todo.example.org/",
                "https://*.example.org/ in",
                "*"
            })
    void invalid_redirects_stop_the_start(String redirects) {
        assertThatIllegalStateException()
                .isThrownBy(() -> started(Map.of("OIDC_PROVIDERS", GOOGLE, "ALLOWED_REDIRECTS", redirects)))
                .withMessageStartingWith("ALLOWED_REDIRECTS must be URLs such as ");
    }

    @Test
    void providers_and_redirects_are_set_together() {
        for (var settings : List.of(Map.of("OIDC_PROVIDERS", GOOGLE), Map.of("ALLOWED_REDIRECTS", REDIRECT))) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> started(settings))
                    .withMessage("ALLOWED_REDIRECTS must be set together with OIDC_PROVIDERS");
        }
    }

    @Test
    void outside_the_stage_local_http_is_refused() {
        var insecure = GOOGLE.replace("https:", "http:");

        assertThatIllegalStateException()
                .isThrownBy(() ->
                        started(Map.of("STAGE", "staging", "OIDC_PROVIDERS", insecure, "ALLOWED_REDIRECTS", REDIRECT)))
                .withMessageStartingWith("OIDC_PROVIDERS must have, for google, an https:// URL");
    }

    @Test
    void no_settings_object_prints_a_secret() {
        var settings =
                ProviderSettings.from(Settings.from(Map.of("OIDC_PROVIDERS", GOOGLE, "ALLOWED_REDIRECTS", REDIRECT)));

        assertThat(settings.toString() + settings.registrations().value()).doesNotContain("hunter2");
    }

    @Test
    void registrations_can_come_from_secrets_manager() {
        var google = new IdentityProvider();
        try (var manager = SecretsManager.holding("{" + google.registration("google") + "}");
                var api = Api.with(Map.of(
                        "OIDC_SECRET_ARN", SecretsManager.ARN, "ALLOWED_REDIRECTS", IdentityProvider.REDIRECT_URI))) {
            api.post(
                            "/api/v1/auth/providers/google",
                            google.signIn(Api.newEmail()).json())
                    .is(201);
            assertThat(manager.calls()).isOne();
        }
    }

    @Test
    void without_the_secret_no_provider_is_on_offer() {
        try (var manager = SecretsManager.holding("{}");
                var api = Api.with(Map.of(
                        "OIDC_SECRET_ARN", SecretsManager.ARN, "ALLOWED_REDIRECTS", IdentityProvider.REDIRECT_URI))) {
            manager.fail();

            assertThat(api.get("/api/v1/auth/providers").is(200).json().path("providers"))
                    .isEmpty();
            api.post(
                            "/api/v1/auth/providers/google",
                            new IdentityProvider().signIn(Api.newEmail()).json())
                    .isProblem(503, "PROVIDER_UNAVAILABLE");
        }
    }

    private static void started(Map<String, String> settings) {
        App.with(Settings.from(settings)).providers();
    }
}
