package todo.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.AccountClient.EXPORT;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import todo.DirectInvocation;
import todo.testing.AccountClient;
import todo.testing.Api;
import todo.testing.Events;
import todo.testing.People;
import todo.testing.Person;
import todo.testing.Sql;

final class ExportLimitsTest {
    private static final int LAMBDA_RESPONSE_LIMIT = 6 * 1024 * 1024;

    private final Person ada = AccountClient.ofNewUser().person();

    @ParameterizedTest
    @ValueSource(strings = {"\\u0001", "\"", "😀"})
    void the_largest_page_is_below_lambdas_response_limit(String worst) {
        People.addToPendingCount(ada.id(), 600);
        Sql.run("""
                insert into tasks (id, user_id, title, description, priority, due_date, created_at, updated_at,
                                   completed_at)
                select uuidv7(), ?, repeat(worst, 200), repeat(worst, 1000), 'medium', now(), now(), now(), now()
                from generate_series(1, 600) i, (select ?) as text (worst)
                """, ada.id(), worst.replace("\\u0001", "\u0001"));
        var event = new Events(ada, ada.id()).read("export-account").replace("\"100\"", "\"500\"");

        var answer = DirectInvocation.of(Api.shared(), "todo.profile.Account", event);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text().getBytes(UTF_8).length)
                .isBetween(LAMBDA_RESPONSE_LIMIT / 10, LAMBDA_RESPONSE_LIMIT * 3 / 4);
        assertThat(ada.get(EXPORT).is(200).each("tasks", "id")).hasSizeGreaterThan(490);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit INVALID_VALUE",
        "limit=501, limit INVALID_VALUE",
        "limit=-1, limit INVALID_VALUE",
        "limit=ten, limit INVALID_VALUE",
        "limit=1&limit=2, limit REPEATED",
        "page=1, page UNKNOWN_PARAMETER",
        "cursor=, cursor INVALID_VALUE",
        "cursor=x, cursor INVALID_VALUE",
        "cursor=AAAA, cursor INVALID_VALUE",
        "cursor=!!!, cursor INVALID_VALUE",
        "cursor=%00, cursor INVALID_VALUE",
    })
    void an_invalid_query_parameter_answers_400_and_is_named(String query, String violation) {
        ada.get(EXPORT + "?" + query).isInvalid(violation);
    }

    @Test
    void all_invalid_query_parameters_are_named_together() {
        ada.get(EXPORT + "?limit=0&cursor=x&sort_by=title")
                .isInvalid("limit INVALID_VALUE", "cursor INVALID_VALUE", "sort_by UNKNOWN_PARAMETER");
    }

    @ParameterizedTest
    @CsvSource({
        "SESSIONS, ELSEWHERE",
        "SESSIONS, sessions",
        "0001-01-01T00:00:00Z, 0000-01-01T00:00:00Z",
        "0001-01-01T00:00:00Z, infinity",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00+00:00",
        "' 0', ' x'",
        "' 0', ' 99999999999999999999'",
        "' 0', ' 0 0'",
        "' 0', ''",
        "-, ''",
    })
    void an_edited_cursor_answers_400(String what, String by) {
        Sql.run(
                "insert into sessions (id, user_id, ip, expires_at) values (uuidv7(), ?, '192.0.2.1', now())",
                ada.id());
        var cursor = ada.get(EXPORT + "?limit=1").is(200).text("next_cursor");
        ada.get(EXPORT + "?cursor=" + cursor).is(200);
        var plain = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
        assertThat(plain).contains(what);

        var edited = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(plain.replace(what, by).getBytes(UTF_8));

        ada.get(EXPORT + "?cursor=" + edited).isInvalid("cursor INVALID_VALUE");
    }

    @Test
    void another_users_cursor_returns_only_ones_own_tasks() {
        var bob = AccountClient.ofNewUser().person();
        bob.newTask("Buy milk");
        bob.newTask("Buy bread");
        var task = ada.newTask("Buy ink");

        var cursor = bob.get(EXPORT + "?limit=1").is(200).text("next_cursor");

        assertThat(ada.get(EXPORT + "?cursor=" + cursor).is(200).each("tasks", "id"))
                .containsExactly(task.toString());
    }
}
