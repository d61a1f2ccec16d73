package todo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import java.util.ArrayList;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import todo.testing.Api;

@EnabledIf("todo.browser.Chromium#installed")
final class TryItOutTest {
    private static final HasTextOptions WITHIN_30_SECONDS = new HasTextOptions().setTimeout(30_000);

    @Test
    void readers_of_the_documentation_can_register_and_create_tasks_in_it() {
        try (var chromium = Chromium.start();
                var page = chromium.open("about:blank")) {
            var consoleMessages = new ArrayList<String>();
            page.onConsoleMessage(message -> consoleMessages.add(message.type() + " " + message.text()));
            page.onPageError(consoleMessages::add);
            page.navigate(Api.shared().url().resolve("/docs").toString());

            var registration = tryOut(page, "Accounts-register");
            registration.locator("textarea").fill("""
                    {"email": "%s", "password": "%s"}""".formatted(Api.newEmail(), Api.PASSWORD));
            var account = execute(registration, "201");
            authorize(page, member("access_token", account));

            var creation = tryOut(page, "Tasks-createTask");
            creation.getByPlaceholder("user_id").fill(member("id", account));
            var title = "Buy milk " + UUID.randomUUID();
            creation.locator("textarea").fill("{\"title\": \"%s\"}".formatted(title));
            assertThat(creation.getByPlaceholder("Idempotency-Key")).isEmpty();
            execute(creation, "201");

            var list = tryOut(page, "Tasks-listTasks");
            list.getByPlaceholder("user_id").fill(member("id", account));
            assertThat(execute(list, "200")).contains(title);
            assertThat(consoleMessages).isEmpty();
        }
    }

    /// Opens the operation with this id and returns it.
    private static Locator tryOut(Page page, String id) {
        var operation = page.locator("#operations-" + id);
        operation.locator(".opblock-summary-control").click();
        operation.locator(".try-out__btn").click();
        return operation;
    }

    /// Sends the request and returns the body of the response.
    private static String execute(Locator operation, String status) {
        operation.locator(".execute").click();
        var answer = operation.locator(".live-responses-table .response");
        assertThat(answer.locator(".response-col_status")).hasText(status, WITHIN_30_SECONDS);
        return answer.locator(".highlight-code code").first().innerText();
    }

    private static void authorize(Page page, String token) {
        page.locator(".auth-wrapper .authorize").click();
        var dialog = page.locator(".auth-container");
        dialog.locator("input").fill(token);
        dialog.locator(".authorize").click();
        page.locator(".auth-container .btn-done").click();
    }

    private static String member(String name, String json) {
        var found = Pattern.compile("\"" + name + "\":\\s*\"([^\"]+)\"").matcher(json);
        assertThat(found.find()).as(json).isTrue();
        return found.group(1);
    }
}
