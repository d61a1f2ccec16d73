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
    void any_spelling_of_json_in_utf_8_is_accepted(String type) {
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
    void any_other_content_type_answers_415(String type) {
        sent(type, MILK).isProblem(415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void a_body_without_a_content_type_answers_415() {
        ALICE.request("POST", ALICE.tasks()).body(MILK).send().isProblem(415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void a_body_has_up_to_65536_bytes() {
        ALICE.create(MILK + " ".repeat(65_536 - MILK.length())).is(201);
        ALICE.create(MILK + " ".repeat(65_537 - MILK.length())).isProblem(413, "BODY_TOO_LARGE");
    }

    @Test
    void the_limit_counts_bytes_not_characters() {
        ALICE.create("{\"title\": \"" + "é".repeat(32_762) + "\"}").isProblem(413, "BODY_TOO_LARGE");
        ALICE.create("{\"title\": \"" + "é".repeat(32_761) + "\"}").isInvalid("title TOO_LONG");
    }

    @ParameterizedTest
    @ValueSource(ints = {1024 * 1024, 7 * 1024 * 1024, 11 * 1024 * 1024})
    void a_body_of_megabytes_answers_413(int bytes) {
        ALICE.create(" ".repeat(bytes)).isProblem(413, "BODY_TOO_LARGE");
    }

    /// The gateway passes bodies as text, so a function receives U+FFFD for invalid UTF-8 and cannot tell
    /// them apart.
    @Test
    void invalid_utf_8_is_replaced_by_the_replacement_character() throws IOException, InterruptedException {
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
