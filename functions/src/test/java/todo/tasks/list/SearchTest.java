package todo.tasks.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Person;

final class SearchTest {
    private static final Person ALICE = Api.shared().newPerson();

    static {
        for (var title : new String[] {
            "Crème brûlée",
            "Creme for the shoes",
            "Pay 100% of tax_2026 (C++)",
            "O'Brien's \\\"plan\\\" \\\\ path",
            "Ärger in STRASSE",
            "Party 🎉 at 8 ❤️",
            "日本語 の本",
            "ﬁle it",
            "e-mail: Zoë"
        }) {
            ALICE.newTask(title);
        }
        ALICE.create("{\"title\": \"Shopping\", \"description\": \"Milk,\\neggs; bread\"}")
                .is(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "creme | Creme for the shoes, Crème brûlée",
                "CRÈME | Creme for the shoes, Crème brûlée",
                "brûlee | Crème brûlée",
                "cre bru | Crème brûlée",
                "brûlée crème | Crème brûlée",
                "crème | Creme for the shoes, Crème brûlée",
                "argER | Ärger in STRASSE",
                "strasse | Ärger in STRASSE",
                "tax 2026 | Pay 100% of tax_2026 (C++)",
                "tax_2026 | Pay 100% of tax_2026 (C++)",
                "100% | Pay 100% of tax_2026 (C++)",
                "c++ | Pay 100% of tax_2026 (C++), Creme for the shoes, Crème brûlée",
                "O'Brien | O'Brien's \"plan\" \\ path",
                "\"plan\" | O'Brien's \"plan\" \\ path",
                "\\ path | O'Brien's \"plan\" \\ path",
                "🎉 | Party 🎉 at 8 ❤️",
                "❤ | Party 🎉 at 8 ❤️",
                "party 🎉 | Party 🎉 at 8 ❤️",
                "日本 | 日本語 の本",
                "file | ﬁle it",
                "e-mail zoe | e-mail: Zoë",
                "milk bread | Shopping",
                "shop.* egg_ | Shopping",
            })
    void every_search_word_must_be_a_prefix_of_a_word_in_title_or_description(String words, String titles) {
        assertThat(found(words)).isEqualTo(titles);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reme",
                "ilk",
                "rulee",
                "milk beer",
                "m%k",
                "c_eme",
                "日本の",
                "🎈",
                "eggsbread",
                "%4dilk",
                "' or true --"
            })
    void a_word_that_is_no_prefix_finds_nothing(String words) {
        assertThat(found(words)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "\\", "'", "\"", "!!!", "?", "- -", "%%%", "´", "“”", "*"})
    void a_search_without_words_finds_nothing(String words) {
        assertThat(found(words)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void a_blank_search_is_refused(String words) {
        search(words).isInvalid("search TOO_SHORT");
    }

    @Test
    void a_search_has_up_to_200_characters() {
        search("🎈".repeat(200)).is(200);
        search("a ".repeat(100)).is(200);
        search("a".repeat(201)).isInvalid("search TOO_LONG");
    }

    @Test
    void a_search_with_nul_is_refused() {
        search("milk\0").isInvalid("search INVALID_CHARACTER");
    }

    private static String found(String words) {
        return String.join(", ", search(words).is(200).each("tasks", "title"));
    }

    private static Answer search(String words) {
        var encoded = URLEncoder.encode(words, StandardCharsets.UTF_8);
        return ALICE.get(ALICE.tasks() + "?sort_by=created_at&order=desc&search=" + encoded);
    }
}
