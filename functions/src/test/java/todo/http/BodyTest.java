package todo.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Person;

final class BodyTest {
    private static final Person ALICE = Api.shared().newPerson();
    private static final String MILK = "{\"title\": \"Buy milk\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json; charset=utf-8",
                "application/json;charset=UTF-8",
                "application/json; charset=\"utf-8\"",
                "APPLICATION/JSON ; CHARSET=Utf-8",
            })
    void json_comes_in_utf_8_however_that_is_spelled(String type) {
        sent(type, MILK).is(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/xml",
                "application/jsonp",
                "application/merge-patch+json",
                "application/vnd.api+json",
                "application/json; charset=latin1",
                "application/json; charset=utf-16",
                "application/json, text/plain",
                "*/*",
            })
    void nothing_else_is_read(String type) {
        sent(type, MILK).isProblem(415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void a_body_says_what_it_is() {
        ALICE.request("POST", ALICE.tasks()).body(MILK).send().isProblem(415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void a_body_has_up_to_65536_bytes() {
        ALICE.create(MILK + " ".repeat(65_536 - MILK.length())).is(201);
        ALICE.create(MILK + " ".repeat(65_537 - MILK.length())).isProblem(413, "BODY_TOO_LARGE");
    }

    @Test
    void bytes_count_not_characters() {
        ALICE.create("{\"title\": \"" + "é".repeat(32_762) + "\"}").isProblem(413, "BODY_TOO_LARGE");
        ALICE.create("{\"title\": \"" + "é".repeat(32_761) + "\"}").isInvalid("title TOO_LONG");
    }

    @ParameterizedTest
    @ValueSource(ints = {1024 * 1024, 7 * 1024 * 1024, 11 * 1024 * 1024})
    void far_too_much_is_refused_in_the_same_way(int bytes) {
        ALICE.create(" ".repeat(bytes)).isProblem(413, "BODY_TOO_LARGE");
    }

    /// The gateway hands functions text: what is no UTF-8 reaches them as U+FFFD, and can't be told from it.
    @Test
    void bytes_that_are_no_utf_8_arrive_as_replacement_characters() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        ALICE.request("POST", ALICE.tasks()).uri())
                .header("Authorization", "Bearer " + ALICE.token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray("{\"title\": \"\u00ff\"}".getBytes(StandardCharsets.ISO_8859_1)));

        try (var client = HttpClient.newHttpClient()) {
            var answer = new Answer(client.send(request.build(), BodyHandlers.ofString()));
            assertThat(answer.is(201).text("title")).isEqualTo("\uFFFD");
        }
    }

    private static Answer sent(String type, String body) {
        return ALICE.request("POST", ALICE.tasks())
                .header("Content-Type", type)
                .body(body)
                .send();
    }
}
