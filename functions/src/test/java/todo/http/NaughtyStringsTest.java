package todo.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Person;

/// The strings of the Big List of Naughty Strings (by Max Woolf, MIT licence), wherever a client sends text.
final class NaughtyStringsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Person ALICE = Api.shared().newPerson();

    static Stream<String> strings() throws IOException {
        var file = Path.of("functions/src/test/resources/naughty-strings/blns.json");
        return Stream.of(JSON.readValue(file.toFile(), String[].class));
    }

    @ParameterizedTest
    @MethodSource("strings")
    void a_description_is_stored_as_it_is_or_refused(String text) {
        var answer = ALICE.create(json(Map.of("title", "Buy milk", "description", text)));

        if (answer.status() == 201) {
            assertThat(ALICE.get(ALICE.task(answer.id())).text("description")).isEqualTo(text);
        } else {
            answer.isInvalid("description INVALID_CHARACTER");
        }
    }

    @ParameterizedTest
    @MethodSource("strings")
    void a_search_a_cursor_and_a_log_in_never_fail(String text) {
        var encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);

        assertThat(Stream.of(
                        ALICE.get(ALICE.tasks() + "?search=" + encoded),
                        ALICE.get(ALICE.tasks() + "?cursor=" + encoded),
                        ALICE.get(ALICE.tasks() + "?sort_by=" + encoded + "&limit=" + encoded),
                        ALICE.get(ALICE.tasks() + "/" + encoded.replace("+", "%20")),
                        Api.shared().register(json(Map.of("email", text, "password", text, "name", text)))))
                .extracting(Answer::status)
                .isSubsetOf(200, 400, 403, 404);
    }

    private static String json(Map<String, String> members) {
        try {
            return JSON.writeValueAsString(members);
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
