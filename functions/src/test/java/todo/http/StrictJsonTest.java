package todo.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Api;
import todo.testing.Person;

final class StrictJsonTest {
    private static final Person ALICE = Api.shared().newPerson();

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
    void a_body_that_is_not_exactly_one_json_object_answers_400(String body) {
        ALICE.create(body).isProblem(400, "MALFORMED_BODY");
    }

    @Test
    void white_space_around_the_object_is_accepted() {
        ALICE.create(" \r\n\t" + "{\"title\": \"Buy milk\"}" + " \r\n\t").is(201);
    }

    @Test
    void nesting_deeper_than_20_levels_answers_400() {
        ALICE.create("{\"a\": %s}".formatted(nested(19))).isInvalid("title REQUIRED", "a UNKNOWN_FIELD");
        ALICE.create("{\"a\": %s}".formatted(nested(20))).isProblem(400, "MALFORMED_BODY");
        ALICE.create("{\"a\": %s}".formatted(nested(30_000))).isProblem(400, "MALFORMED_BODY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "-9", "1e"})
    void numbers_with_very_many_digits_answer_400(String digits) {
        assertThat(ALICE.create("{\"title\": %s}".formatted(digits + "9".repeat(400)))
                        .text("error_code"))
                .isEqualTo("VALIDATION_ERROR");
        ALICE.create("{\"title\": %s}".formatted(digits + "9".repeat(60_000))).is(400);
    }

    @Test
    void a_member_name_with_an_unpaired_surrogate_answers_400() {
        ALICE.create("{\"title\": \"Buy milk\", \"\\ud800\": 1}").is(400);
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }
}
