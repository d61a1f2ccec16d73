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

/// Rules for titles and descriptions, which POST, PUT and PATCH share.
final class TaskTextsTest {
    private static final Person ALICE = Api.shared().newPerson();
    private static final String ASTRAL = "😀";

    static Stream<Arguments> validTitles() {
        return everyMethod("a", "a".repeat(200), ASTRAL.repeat(200), "é".repeat(200), "<b>\\\"' -- %s ${x}");
    }

    @ParameterizedTest
    @MethodSource("validTitles")
    void a_title_has_1_to_200_characters(String method, String title) {
        var answer = ALICE.write(method, "{\"title\": \"%s\"}".replace("%s", title));

        assertThat(answer.text("title")).isEqualTo(title.replace("\\", ""));
    }

    static Stream<Arguments> longTitles() {
        return everyMethod("a".repeat(201), ASTRAL.repeat(201));
    }

    @ParameterizedTest
    @MethodSource("longTitles")
    void a_longer_title_is_refused(String method, String title) {
        ALICE.write(method, "{\"title\": \"%s\"}".formatted(title)).isInvalid("title TOO_LONG");
    }

    static Stream<Arguments> blankTitles() {
        return everyMethod("", " ", "\\t\\n\\r", "\u2003");
    }

    @ParameterizedTest
    @MethodSource("blankTitles")
    void a_blank_title_is_refused(String method, String title) {
        ALICE.write(method, "{\"title\": \"%s\"}".formatted(title)).isInvalid("title TOO_SHORT");
    }

    static Stream<Arguments> paddedTitles() {
        return everyMethod("  Buy milk ", "\\tBuy milk\\n", "\u2003Buy milk", "Buy milk" + " ".repeat(300));
    }

    @ParameterizedTest
    @MethodSource("paddedTitles")
    void white_space_around_a_title_is_removed(String method, String title) {
        var answer = ALICE.write(method, "{\"title\": \"%s\"}".formatted(title));

        assertThat(answer.text("title")).isEqualTo("Buy milk");
    }

    static Stream<Arguments> visibleTitles() {
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
    @MethodSource("visibleTitles")
    void a_visible_title_keeps_its_invisible_characters(String method, String title) {
        assertThat(ALICE.write(method, "{\"title\": \"%s\"}".formatted(title)).text("title"))
                .isEqualTo(title);
    }

    static Stream<Arguments> invisibleTitles() {
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
    @MethodSource("invisibleTitles")
    void a_title_of_invisible_characters_is_refused(String method, String title) {
        ALICE.write(method, "{\"title\": \"%s\"}".formatted(title)).isInvalid("title INVALID_CHARACTER");
    }

    static Stream<Arguments> titlesWithControlCharacters() {
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
    @MethodSource("titlesWithControlCharacters")
    void a_title_with_control_characters_or_line_breaks_is_refused(String method, String title) {
        ALICE.write(method, "{\"title\": \"%s\"}".formatted(title)).isInvalid("title INVALID_CHARACTER");
    }

    static Stream<Arguments> descriptionsWithControlCharacters() {
        return everyMethod("\\u0001", "a\\u001b[31m", "a\\u007f", "\\u000b", "\\f", "a\u0085b");
    }

    @ParameterizedTest
    @MethodSource("descriptionsWithControlCharacters")
    void a_description_with_other_control_characters_is_refused(String method, String description) {
        ALICE.write(method, "{\"title\": \"a\", \"description\": \"%s\"}".formatted(description))
                .isInvalid("description INVALID_CHARACTER");
    }

    @Test
    void a_description_can_have_line_breaks_and_tabs() {
        var answer = ALICE.create("{\"title\": \"a\", \"description\": \"\\ta\\r\\nb\\n\u2028c\u200b\"}")
                .is(201);

        assertThat(answer.text("description")).isEqualTo("\ta\r\nb\n\u2028c\u200b");
    }

    @Test
    void a_batch_refuses_the_same_texts() {
        var operations = """
                {"operations": [{"op": "create", "task": {"title": "\\u200b", "description": "\\u0001"}}]}""";

        ALICE.post(ALICE.tasks() + "/batch", operations)
                .isInvalid(
                        "operations[0].task.title INVALID_CHARACTER",
                        "operations[0].task.description INVALID_CHARACTER");
    }

    static Stream<Arguments> validDescriptions() {
        return everyMethod("", " ", "\ud7ff and \ue000", "a".repeat(1000), ASTRAL.repeat(1000));
    }

    @ParameterizedTest
    @MethodSource("validDescriptions")
    void a_description_of_up_to_1000_characters_is_stored_unchanged(String method, String description) {
        var answer = ALICE.write(method, "{\"title\": \"a\", \"description\": \"%s\"}".formatted(description));

        assertThat(answer.json().path("description").textValue()).isEqualTo(description);
        assertThat(ALICE.get(ALICE.task(answer.id())).json()).isEqualTo(answer.json());
    }

    static Stream<Arguments> longDescriptions() {
        return everyMethod("a".repeat(1001), ASTRAL.repeat(1001));
    }

    @ParameterizedTest
    @MethodSource("longDescriptions")
    void a_longer_description_is_refused(String method, String description) {
        ALICE.write(method, "{\"title\": \"a\", \"description\": \"%s\"}".formatted(description))
                .isInvalid("description TOO_LONG");
    }

    static Stream<Arguments> textsWithInvalidCharacters() {
        return everyMethod("\\u0000", "a\\u0000b", "\\ud83d", "\\ude00 alone", "\\ude00\\ud83d", "\\ud800", "\\udfff");
    }

    @ParameterizedTest
    @MethodSource("textsWithInvalidCharacters")
    void nul_characters_and_lone_surrogates_are_refused(String method, String text) {
        ALICE.write(method, "{\"title\": \"%s\", \"description\": \"%1$s\"}".formatted(text))
                .isInvalid("title INVALID_CHARACTER", "description INVALID_CHARACTER");
    }

    @ParameterizedTest
    @CsvSource({"POST", "PUT", "PATCH"})
    void an_escaped_surrogate_pair_is_one_character(String method) {
        var answer = ALICE.write(method, "{\"title\": \"\\ud83d\\ude00\"}");

        assertThat(answer.text("title")).isEqualTo(ASTRAL);
    }

    private static Stream<Arguments> everyMethod(String... texts) {
        return Stream.of("POST", "PUT", "PATCH")
                .flatMap(method -> Stream.of(texts).map(text -> Arguments.of(method, text)));
    }
}
