package todo.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Answer;
import todo.testing.People;
import todo.testing.Person;

final class UserQueryTest {
    private static final Person ADMIN = People.with("admin");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "role=root | role INVALID_VALUE",
                "role=ADMIN | role INVALID_VALUE",
                "role= | role INVALID_VALUE",
                "role=user,admin | role INVALID_VALUE",
                "role=user&role=admin | role REPEATED",
                "is_active=1 | is_active INVALID_VALUE",
                "search= | search TOO_SHORT",
                "search=%20 | search TOO_SHORT",
                "search=%00 | search INVALID_CHARACTER",
                "limit=0 | limit INVALID_VALUE",
                "limit=101 | limit INVALID_VALUE",
                "limit=-1 | limit INVALID_VALUE",
                "limit=ten | limit INVALID_VALUE",
                "page=2 | page UNKNOWN_PARAMETER",
                "email=ada | email UNKNOWN_PARAMETER",
                "cursor= | cursor INVALID_VALUE",
                "cursor=x | cursor INVALID_VALUE",
                "cursor=!!!! | cursor INVALID_VALUE",
            })
    void an_invalid_query_parameter_answers_400_and_is_named(String query, String violation) {
        ADMIN.get("/api/v1/users?" + query).isInvalid(violation);
    }

    @Test
    void a_search_has_at_most_200_characters() {
        search("é".repeat(200)).is(200);
        search("é".repeat(201)).isInvalid("search TOO_LONG");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-20T10:15:30Z",
                "2026-01-20T10:15:30Z ",
                "2026-01-20T10:15:30Z 1",
                "2026-01-20T10:15:30+00:00 0199a3f2-6c1e-7b4d-9a52-3f8e1d7c6b5a",
                "infinity 0199a3f2-6c1e-7b4d-9a52-3f8e1d7c6b5a",
                "0199a3f2-6c1e-7b4d-9a52-3f8e1d7c6b5a"
            })
    void a_forged_cursor_answers_400(String plain) {
        var cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));

        ADMIN.get("/api/v1/users?cursor=" + cursor).isInvalid("cursor INVALID_VALUE");
    }

    private static Answer search(String text) {
        return ADMIN.get("/api/v1/users?search=" + URLEncoder.encode(text, UTF_8));
    }
}
