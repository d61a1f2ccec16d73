package todo.tasks.sync;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Api;
import todo.testing.Person;

final class ChangeQueryTest {
    private final Person alice = Api.shared().newPerson();

    @ParameterizedTest
    @ValueSource(strings = {"0", "501", "-1", "1.0", "ten", ""})
    void a_limit_outside_1_to_500_is_refused(String limit) {
        alice.get(path() + "?limit=" + limit).isInvalid("limit INVALID_VALUE");
    }

    @Test
    void all_violations_are_reported_at_once() {
        alice.get(path() + "?since=x&limit=0&cursor=1&since=y")
                .isInvalid("since REPEATED", "since INVALID_VALUE", "limit INVALID_VALUE", "cursor UNKNOWN_PARAMETER");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "2 me 1 1",
                "1 %s 1 1",
                "2 %s 1",
                "2 %s -1 1",
                "2 %s 1 1 1",
                "2 %s ten 1",
                "2 %s 1 1000000000000000000"
            })
    void an_invalid_cursor_is_refused(String plain) {
        alice.get(path() + "?since=" + cursor(plain)).isInvalid("since INVALID_VALUE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "=", "a", "%F0%9F%98%80", "null", "MQ%3D%3D%3D"})
    void a_text_that_is_not_base64_is_refused(String since) {
        alice.get(path() + "?since=" + since).isInvalid("since INVALID_VALUE");
    }

    @Test
    void another_users_cursor_is_refused() {
        var bob = Api.shared().newPerson();

        alice.get(path() + "?since=" + bob.get(bob.tasks() + "/changes").text("next_cursor"))
                .isInvalid("since INVALID_VALUE");
    }

    private String cursor(String plain) {
        var text = plain.formatted(alice.id());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private String path() {
        return alice.tasks() + "/changes";
    }
}
