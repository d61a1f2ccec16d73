package todo.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Person;

final class IfNoneMatchTest {
    private static final Person ALICE = Api.shared().newPerson();

    /// Has version 2.
    private final Answer changed =
            ALICE.write("PATCH", "{\"title\": \"Buy bread\"}").is(200);

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "W/\"2\"", "*", "\"1\", \"2\"", "\"x\",W/\"2\""})
    void a_matching_etag_answers_304(String etags) {
        var answer = ask(etags).is(304);

        assertThat(answer.text()).isEmpty();
        assertThat(answer.header("ETag")).hasValue("\"2\"");
        assertThat(answer.header("Cache-Control")).hasValue("private, no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "W/\"1\"", "\"22\"", "\"\"", "\"a,*,b\"", "\"a,\", \",b\""})
    void another_etag_answers_200_with_the_task(String etags) {
        var answer = ask(etags).is(200);

        assertThat(answer.json()).isEqualTo(changed.json());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "", "\"2", "\"2\",", "w/\"2\"", "*, \"2\""})
    void a_malformed_header_answers_400(String etags) {
        ask(etags).isInvalid("If-None-Match INVALID_FORMAT");
    }

    private Answer ask(String etags) {
        return ALICE.request("GET", ALICE.task(changed.id()))
                .header("If-None-Match", etags)
                .send();
    }
}
