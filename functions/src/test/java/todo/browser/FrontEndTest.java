package todo.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Api;
import todo.testing.Sql;

@EnabledIf("todo.browser.Chromium#installed")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FrontEndTest {
    private static final String READ = "url => fetch(url).then(answer => answer.text())";

    private static final String REGISTER = """
            async ([api, email, password]) => {
              const headers = {'Content-Type': 'application/json'};
              const body = JSON.stringify({email, password});
              const answer = await fetch(`${api}/api/v1/auth/register`, {method: 'POST', headers, body});
              const {access_token, user} = await answer.json();
              return [`${api}/api/v1/users/${user.id}/tasks`, access_token];
            }
            """;

    private static final String CREATE_AND_LIST = """
            async ([tasks, token]) => {
              const headers = {'Authorization': `Bearer ${token}`, 'Content-Type': 'application/json'};
              const body = JSON.stringify({title: 'Buy milk'});
              const created = await fetch(tasks, {method: 'POST', headers, body});
              const list = await (await fetch(tasks, {headers})).json();
              return [created.headers.get('ETag'), ...list.tasks.map(task => task.title)];
            }
            """;

    private final Chromium chromium = Chromium.start();
    private final FrontEnd known = FrontEnd.start();
    private final FrontEnd foreign = FrontEnd.start();

    @AfterAll
    void close() {
        foreign.close();
        known.close();
        chromium.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",https://todo.example.org"})
    void a_page_of_an_allowed_origin_can_register_users_and_create_tasks(String furtherOrigins) {
        try (var api = allowing(known.origin() + furtherOrigins);
                var page = chromium.open(known.origin())) {
            var account = page.evaluate(REGISTER, List.of(api.url().toString(), Api.newEmail(), Api.PASSWORD));

            assertThat(page.evaluate(CREATE_AND_LIST, account)).isEqualTo(List.of("\"1\"", "Buy milk"));
        }
    }

    @Test
    void a_page_of_a_foreign_origin_can_change_nothing_even_with_a_token() {
        try (var api = allowing(known.origin());
                var page = chromium.open(foreign.origin())) {
            var email = Api.newEmail();
            var alice = api.newPerson();

            assertFails(page, REGISTER, List.of(api.url().toString(), email, Api.PASSWORD));
            assertFails(
                    page,
                    CREATE_AND_LIST,
                    List.of(api.url().resolve(alice.tasks()).toString(), alice.token()));

            assertThat(Sql.number("select count(*) from users where email = ?", email))
                    .isZero();
            assertThat(alice.get(alice.tasks()).is(200).each("tasks", "title")).isEmpty();
        }
    }

    @Test
    void a_page_of_a_foreign_origin_cannot_read_responses_to_simple_requests() {
        try (var api = allowing(known.origin());
                var page = chromium.open(known.origin());
                var foreignPage = chromium.open(foreign.origin())) {
            var health = api.url().resolve("/health").toString();

            assertThat(page.evaluate(READ, health)).asString().contains("status");
            assertFails(foreignPage, READ, health);
        }
    }

    private static Api allowing(String origins) {
        return Api.with(Map.of("ALLOWED_ORIGINS", origins));
    }

    private static void assertFails(Page page, String script, Object argument) {
        assertThatThrownBy(() -> page.evaluate(script, argument))
                .isInstanceOf(PlaywrightException.class)
                .hasMessageContaining("TypeError: Failed to fetch");
    }
}
