package todo.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import todo.testing.Api;
import todo.testing.Person;

/// Titles and descriptions, whichever method brings them.
final class TaskTextsTest {
    private static final Person ALICE = Api.shared().newPerson();
    private static final String ASTRAL = "😀";

    static Stream<Arguments> fits() {
        return everyMethod("a", "a".repeat(200), ASTRAL.repeat(200), "é".repeat(200), "<b>\\\"' -- %s ${x}");
    }

    @ParameterizedTest
    @MethodSource("fits")
    void a_title_has_1_to_200_characters(String method, String title) {
        var answer = ALICE.write(method, "{\"title\": \"%s\"}".replace("%s", title));

        assertThat(answer.text("title")).isEqualTo(title.replace("\\", ""));
    }

    static Stream<Arguments> tooLong() {
        return everyMethod("a".repeat(201), ASTRAL.repeat(201));
    }

    @ParameterizedTest
    @MethodSource("tooLong")
    void a_longer_title_is_refused(String method, String title) {
        ALICE.write(method, "{\"title\": \"%s\"}".formatted(title)).isInvalid("title TOO_LONG");
    }

    static Stream<Arguments> blank() {
        return everyMethod("", " ", "\\t\\n\\r", "\u2003");
    }

    @ParameterizedTest
    @MethodSource("blank")
    void a_title_is_more_than_space(String method, String title) {
        ALICE.write(method, "{\"title\": \"%s\"}".formatted(title)).isInvalid("title TOO_SHORT");
    }

    static Stream<Arguments> padded() {
        return everyMethod("  Buy milk ", "\\tBuy milk\\n", "\u2003Buy milk", "Buy milk" + " ".repeat(300));
    }

    @ParameterizedTest
    @MethodSource("padded")
    void space_around_a_title_does_not_count(String method, String title) {
        var answer = ALICE.write(method, "{\"title\": \"%s\"}".formatted(title));

        assertThat(answer.text("title")).isEqualTo("Buy milk");
    }

    static Stream<Arguments> seen() {
        return everyMethod(
                "👩‍👩‍👧",
                "1️⃣",
                "🇩🇪",
                "🏴\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f",
                "\u200eBuy milk",
                "\u0646\u0627\u0645\u0647\u200c\u0627\u06cc",
                "Buy\u00a0milk",
                "\u0928\u093f",
                "e\u0301",
                "\ue000",
                "7");
    }

    @ParameterizedTest
    @MethodSource("seen")
    void what_can_be_seen_is_kept_with_the_invisible_characters_in_it(String method, String title) {
        assertThat(ALICE.write(method, "{\"title\": \"%s\"}".formatted(title)).text("title"))
                .isEqualTo(title);
    }

    static Stream<Arguments> unseen() {
        return everyMethod(
                "\u00a0",
                "\u00ad",
                "\u034f",
                "\u115f\u1160",
                "\u200b",
                "\u200b \u200d",
                "\u202e",
                "\u2800",
                "\u3164",
                "\ufe0f",
                "\ufeff",
                "\uffa0",
                "\u0301",
                "\u20e3",
                "\udb40\udc41",
                "\udb40\udd00");
    }

    @ParameterizedTest
    @MethodSource("unseen")
    void a_title_that_nobody_can_see_is_refused(String method, String title) {
        ALICE.write(method, "{\"title\": \"%s\"}".formatted(title)).isInvalid("title INVALID_CHARACTER");
    }

    static Stream<Arguments> controlling() {
        return everyMethod(
                "\\u0001",
                "a\\u001b[31m",
                "a\\nb",
                "a\\tb",
                "a\\u007f",
                "\\u000bmilk",
                "a\u0085b",
                "a\u2028b",
                "\u2029a");
    }

    @ParameterizedTest
    @MethodSource("controlling")
    void a_title_has_no_control_character_and_is_one_line(String method, String title) {
        ALICE.write(method, "{\"title\": \"%s\"}".formatted(title)).isInvalid("title INVALID_CHARACTER");
    }

    static Stream<Arguments> controllingDescriptions() {
        return everyMethod("\\u0001", "a\\u001b[31m", "a\\u007f", "\\u000b", "\\f", "a\u0085b");
    }

    @ParameterizedTest
    @MethodSource("controllingDescriptions")
    void a_description_has_no_control_character_but_line_breaks_and_tabs(String method, String description) {
        ALICE.write(method, "{\"title\": \"a\", \"description\": \"%s\"}".formatted(description))
                .isInvalid("description INVALID_CHARACTER");
    }

    @Test
    void a_description_has_line_breaks_and_tabs() {
        var answer = ALICE.create("{\"title\": \"a\", \"description\": \"\\ta\\r\\nb\\n\u2028c\u200b\"}")
                .is(201);

        assertThat(answer.text("description")).isEqualTo("\ta\r\nb\n\u2028c\u200b");
    }

    @Test
    void a_batch_takes_no_other_texts() {
        var operations = """
                {"operations": [{"op": "create", "task": {"title": "\\u200b", "description": "\\u0001"}}]}""";

        ALICE.post(ALICE.tasks() + "/batch", operations)
                .isInvalid(
                        "operations[0].task.title INVALID_CHARACTER",
                        "operations[0].task.description INVALID_CHARACTER");
    }

    static Stream<Arguments> described() {
        return everyMethod("", " ", "\ud7ff and \ue000", "a".repeat(1000), ASTRAL.repeat(1000));
    }

    @ParameterizedTest
    @MethodSource("described")
    void a_description_has_up_to_1000_characters_and_is_kept_to_the_letter(String method, String description) {
        var answer = ALICE.write(method, "{\"title\": \"a\", \"description\": \"%s\"}".formatted(description));

        assertThat(answer.json().path("description").textValue()).isEqualTo(description);
        assertThat(ALICE.get(ALICE.task(answer.id())).json()).isEqualTo(answer.json());
    }

    static Stream<Arguments> describedAtLength() {
        return everyMethod("a".repeat(1001), ASTRAL.repeat(1001));
    }

    @ParameterizedTest
    @MethodSource("describedAtLength")
    void a_longer_description_is_refused(String method, String description) {
        ALICE.write(method, "{\"title\": \"a\", \"description\": \"%s\"}".formatted(description))
                .isInvalid("description TOO_LONG");
    }

    static Stream<Arguments> unstorable() {
        return everyMethod("\\u0000", "a\\u0000b", "\\ud83d", "\\ude00 alone", "\\ude00\\ud83d", "\\ud800", "\\udfff");
    }

    @ParameterizedTest
    @MethodSource("unstorable")
    void what_no_database_can_keep_is_refused(String method, String text) {
        ALICE.write(method, "{\"title\": \"%s\", \"description\": \"%1$s\"}".formatted(text))
                .isInvalid("title INVALID_CHARACTER", "description INVALID_CHARACTER");
    }

    @ParameterizedTest
    @CsvSource({"POST", "PUT", "PATCH"})
    void an_escaped_pair_of_surrogates_is_one_character(String method) {
        var answer = ALICE.write(method, "{\"title\": \"\\ud83d\\ude00\"}");

        assertThat(answer.text("title")).isEqualTo(ASTRAL);
    }

    private static Stream<Arguments> everyMethod(String... texts) {
        return Stream.of("POST", "PUT", "PATCH")
                .flatMap(method -> Stream.of(texts).map(text -> Arguments.of(method, text)));
    }
}
