package todo.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Person;

/// What `If-None-Match` spares.
final class CachedTaskTest {
    private static final Person ALICE = Api.shared().newPerson();

    /// At version 2.
    private final Answer changed =
            ALICE.write("PATCH", "{\"title\": \"Buy bread\"}").is(200);

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "W/\"2\"", "*", "\"1\", \"2\"", "\"x\",W/\"2\""})
    void what_the_client_holds_is_not_sent_again(String held) {
        var answer = ask(held).is(304);

        assertThat(answer.text()).isEmpty();
        assertThat(answer.header("ETag")).hasValue("\"2\"");
        assertThat(answer.header("Cache-Control")).hasValue("private, no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "W/\"1\"", "\"22\"", "\"\""})
    void what_the_client_does_not_hold_is_sent(String held) {
        var answer = ask(held).is(200);

        assertThat(answer.json()).isEqualTo(changed.json());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "", "\"2", "\"2\",", "w/\"2\"", "*, \"2\""})
    void what_is_no_list_of_tags_is_refused(String held) {
        ask(held).isInvalid("If-None-Match INVALID_FORMAT");
    }

    private Answer ask(String held) {
        return ALICE.request("GET", ALICE.task(changed.id()))
                .header("If-None-Match", held)
                .send();
    }
}
