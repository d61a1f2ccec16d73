package todo.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "true",
                "1",
                "\"Buy milk\"",
                "[]",
                "[{\"title\": \"Buy milk\"}]",
                "{",
                "{\"title\": \"Buy milk\"",
                "{\"title\": \"Buy milk",
                "{\"title\": \"Buy milk\"} x",
                "{\"title\": \"Buy milk\"}{}",
                "{\"title\": \"Buy milk\"},",
                "{\"title\": \"Buy milk\",}",
                "{,\"title\": \"Buy milk\"}",
                "{\"title\": \"Buy milk\", \"title\": \"Buy milk\"}",
                "{\"title\": \"Buy milk\", \"\\u0074itle\": \"Buy bread\"}",
                "{\"title\": NaN}",
                "{\"title\": Infinity}",
                "{\"title\": 01}",
                "{\"title\": +1}",
                "{\"title\": .5}",
                "{\"title\": 0x1}",
                "{\"title\": undefined}",
                "{\"title\": True}",
                "{'title': 'Buy milk'}",
                "{title: \"Buy milk\"}",
                "{\"title\": \"Buy milk\" /* again */}",
                "{\"title\": \"Buy milk\"} // again",
                "# again\n{\"title\": \"Buy milk\"}",
                "{\"title\": \"Buy\nmilk\"}",
                "{\"title\": \"Buy\tmilk\"}",
                "{\"title\": \"\\x41\"}",
                "{\"title\": \"\\u12\"}",
                "\uFEFF{\"title\": \"Buy milk\"}",
                "\0",
                "title=Buy+milk",
                "<title>Buy milk</title>",
            })
    void what_is_not_one_json_object_to_the_letter_is_refused(String body) {
        ALICE.create(body).isProblem(400, "MALFORMED_BODY");
    }

    @Test
    void space_around_an_object_does_no_harm() {
        ALICE.create(" \r\n\t" + MILK + " \r\n\t").is(201);
    }

    @Test
    void objects_nest_up_to_20_deep() {
        ALICE.create("{\"a\": %s}".formatted(nested(19))).isInvalid("title REQUIRED", "a UNKNOWN_FIELD");
        ALICE.create("{\"a\": %s}".formatted(nested(20))).isProblem(400, "MALFORMED_BODY");
        ALICE.create("{\"a\": %s}".formatted(nested(30_000))).isProblem(400, "MALFORMED_BODY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "-9", "1e"})
    void numbers_of_any_size_do_no_harm(String digits) {
        assertThat(ALICE.create("{\"title\": %s}".formatted(digits + "9".repeat(400)))
                        .text("error_code"))
                .isEqualTo("VALIDATION_ERROR");
        ALICE.create("{\"title\": %s}".formatted(digits + "9".repeat(60_000))).is(400);
    }

    @Test
    void members_beyond_counting_are_all_named() {
        var members = new StringBuilder("{\"title\": \"Buy milk\"");
        for (var member = 0; member < 5000; member++) {
            members.append(",\"").append(member).append("\":0");
        }

        var answer = ALICE.create(members + "}").isProblem(400, "VALIDATION_ERROR");

        assertThat(answer.json().path("errors")).hasSize(5000);
    }

    @Test
    void a_member_whose_name_no_answer_can_repeat_is_refused_too() {
        ALICE.create("{\"title\": \"Buy milk\", \"\\ud800\": 1}").is(400);
    }

    /// The gateway hands functions text: what is no UTF-8 reaches them as U+FFFD, and can't be told from it.
    @Test
    void bytes_that_are_no_utf_8_arrive_as_replacement_characters() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        ALICE.request("POST", ALICE.tasks()).uri())
                .header("Authorization", "Bearer " + ALICE.token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(
                        "{\"title\": \"\u00ff\"}".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)));

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

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }
}
