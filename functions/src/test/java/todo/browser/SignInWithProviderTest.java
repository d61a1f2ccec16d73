package todo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.IdentityProvider.verified;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.AddScriptTagOptions;
import com.microsoft.playwright.Page.WaitForURLOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import todo.guide.Markdown;
import todo.testing.AccountClient;
import todo.testing.Api;
import todo.testing.IdentityProvider;
import todo.testing.Sql;

/// The documentation's playground, and the single-page app of the guide, with a real provider.
@EnabledIf("todo.browser.Chromium#installed")
final class SignInWithProviderTest {
    private static final int TIMEOUT = 30_000;
    private static final ContainsTextOptions WITHIN_30_SECONDS = new ContainsTextOptions().setTimeout(TIMEOUT);

    private final Chromium chromium = Chromium.start();
    private final IdentityProvider google = new IdentityProvider();
    private final String email = Api.newEmail();

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void readers_of_the_documentation_sign_in_with_a_provider_and_send_requests() {
        google.visitor(verified(email));
        try (var api = Api.with(url -> redirectingTo(url + "/docs"));
                var page = chromium.open("about:blank")) {
            var consoleMessages = consoleMessages(page);
            page.navigate(api.url().resolve("/docs").toString());
            page.locator("#sign-in button").click();

            assertThat(page.locator("#sign-in")).containsText("Signed in as " + email, WITHIN_30_SECONDS);

            assertThat(page.url()).isEqualTo(api.url().resolve("/docs").toString());
            assertThat(whoAmI(page)).containsText(email, WITHIN_30_SECONDS);
            assertThat(page.evaluate("sessionStorage.length")).isEqualTo(0);
            assertThat(consoleMessages).isEmpty();
        }
    }

    @Test
    void without_the_page_among_the_allowed_redirects_nothing_is_offered() {
        try (var api = Api.with(google.settings());
                var page = chromium.open(api.url().resolve("/docs").toString())) {
            assertThat(page.locator("#operations-Accounts-whoAmI")).isVisible();

            assertThat(page.locator("#sign-in")).isHidden();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"?code=foreign&state=foreign", "?state=foreign", "?error=access_denied&state=foreign"})
    void a_link_with_a_foreign_code_signs_nobody_in(String query) {
        google.visitor(verified(email));
        try (var api = Api.with(url -> redirectingTo(url + "/docs"));
                var page = chromium.open(api.url().resolve("/docs" + query).toString())) {
            assertThat(page.locator("#sign-in"))
                    .containsText("Sign-in failed: This sign-in was not started on this page", WITHIN_30_SECONDS);

            assertThat(page.url()).isEqualTo(api.url().resolve("/docs").toString());
            assertThat(Sql.number("select count(*) from users where email = ?", email))
                    .isZero();
        }
    }

    @Test
    void the_single_page_app_of_the_guide_signs_in() {
        google.visitor(verified(email));
        try (var frontEnd = FrontEnd.start();
                var api = Api.with(redirectingTo(frontEnd.origin() + "/"));
                var page = app(api, frontEnd)) {
            assertThat(page.evaluate("returnFromProvider().then(({user}) => user.email)"))
                    .isEqualTo(email);

            assertThat(page.url()).isEqualTo(frontEnd.origin() + "/");
            assertThat(page.evaluate("returnFromProvider().catch(({message}) => message)"))
                    .isEqualTo("This sign-in was not started here");
        }
    }

    @Test
    void the_single_page_app_of_the_guide_links_an_identity() {
        google.visitor(verified(email));
        try (var frontEnd = FrontEnd.start();
                var api = Api.with(redirectingTo(frontEnd.origin() + "/"));
                var page = app(api, frontEnd)) {
            var ada = AccountClient.ofNewUser().person().at(api);

            assertThat(page.evaluate("token => returnFromProvider(token).then(({provider}) => provider)", ada.token()))
                    .isEqualTo("google");

            assertThat(ada.get(AccountClient.ME + "/identities").each("identities", "email"))
                    .containsExactly(email);
        }
    }

    @Test
    void the_single_page_app_of_the_guide_refuses_a_foreign_code() {
        google.visitor(verified(email));
        try (var frontEnd = FrontEnd.start();
                var api = Api.with(redirectingTo(frontEnd.origin() + "/"));
                var page = app(api, frontEnd)) {
            page.evaluate("history.replaceState(null, '', location.href.replace(/state=[^&]+/, 'state=foreign'))");

            assertThat(page.evaluate("returnFromProvider().catch(({message}) => message)"))
                    .isEqualTo("This sign-in was not started here");
            assertThat(Sql.number("select count(*) from users where email = ?", email))
                    .isZero();
        }
    }

    /// Opens the guide's app, and returns its page after the provider has redirected to it.
    private Page app(Api api, FrontEnd frontEnd) {
        var script = "const api = '%sapi/v1';\n".formatted(api.url().resolve("/"))
                + Markdown.read(Markdown.GUIDE).all("javascript");
        var page = chromium.open(frontEnd.origin() + "/");
        page.addScriptTag(new AddScriptTagOptions().setContent(script));
        page.evaluate("goToProvider('google')");
        page.waitForURL(url -> url.contains("code="), new WaitForURLOptions().setTimeout(TIMEOUT));
        page.addScriptTag(new AddScriptTagOptions().setContent(script));
        return page;
    }

    private Map<String, String> redirectingTo(String url) {
        var settings = new HashMap<>(google.settings());
        settings.put("ALLOWED_REDIRECTS", url);
        settings.put("ALLOWED_ORIGINS", url.replaceFirst("/[^/]*$", ""));
        return settings;
    }

    private static List<String> consoleMessages(Page page) {
        var messages = new ArrayList<String>();
        page.onConsoleMessage(message -> messages.add(message.type() + " " + message.text()));
        page.onPageError(messages::add);
        return messages;
    }

    /// Sends a request with the token that Swagger UI has, and returns its response.
    private static Locator whoAmI(Page page) {
        var operation = page.locator("#operations-Accounts-whoAmI");
        operation.locator(".opblock-summary-control").click();
        operation.locator(".try-out__btn").click();
        operation.locator(".execute").click();
        return operation.locator(".live-responses-table .response");
    }
}
