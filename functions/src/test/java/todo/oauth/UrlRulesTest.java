package todo.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import todo.http.Problem;
import todo.testing.IdentityProvider;

final class UrlRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "accounts.google.com",
                "//accounts.google.com",
                "file:///etc/passwd",
                "https:accounts.google.com",
                "https:///token",
                "https://user:password@accounts.google.com",
                "https://accounts.google.com/#fragment",
                "https://accounts google.com"
            })
    void only_absolute_urls_without_user_and_fragment_are_accepted(String text) {
        assertThat(new UrlRules(true).parse(text)).isEmpty();
    }

    @Test
    void http_is_accepted_in_the_stage_local_only() {
        assertThat(new UrlRules(true).parse("http://localhost:8080/token")).isPresent();
        assertThat(new UrlRules(false).parse("http://localhost:8080/token")).isEmpty();
        assertThat(new UrlRules(false).parse("https://accounts.google.com/token"))
                .isPresent();
    }

    @Test
    void endpoints_in_metadata_follow_the_same_rule() {
        var google = new IdentityProvider();
        var client = new ClientRegistration("google", "Google", google.issuer(), null, "id", "secret");

        assertThatThrownBy(() ->
                        new OpenIdIssuer(client, new UrlRules(false), InstantSource.system()).authorizationEndpoint())
                .isInstanceOf(Problem.class);
        assertThat(new OpenIdIssuer(client, new UrlRules(true), InstantSource.system()).authorizationEndpoint())
                .hasToString(google.issuer() + "/authorize");
    }
}
