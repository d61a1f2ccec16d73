package todo.profile;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.AccountClient;
import todo.testing.Answer;
import todo.testing.People;
import todo.testing.Person;

/// Names are visible and have one line.
final class NameRulesTest {
    private static final Person ADA = People.with("user");
    private static final List<String> NAMES = List.of("name", "first_name", "last_name");

    @ParameterizedTest
    @ValueSource(
            strings = {"\u200b\u200b", "\u00a0\u00a0", "\u3164\u3164", "\u2800\u2800", "\u0301\u0301", "\ufeff\u200d"})
    void a_name_of_invisible_characters_is_refused(String text) {
        refused(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A\\u0001a",
                "Ada\\u001b[31m",
                "Ada\\nLovelace",
                "Ada\\tLovelace",
                "A\\u007f",
                "A\u0085a",
                "A\u2028a"
            })
    void a_name_with_a_control_character_is_refused(String text) {
        refused(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"李明", "Zoë", "D'Arcy \u200eX", "👩\u200d💻 Ada", "नि", "علی\u200cرضا"})
    void a_name_in_any_script_is_kept(String text) {
        for (var name : NAMES) {
            assertThat(change(name, text).is(200).text(name)).isEqualTo(text);
        }
    }

    private static void refused(String text) {
        for (var name : NAMES) {
            change(name, text).isInvalid(name + " INVALID_CHARACTER");
        }
    }

    private static Answer change(String name, String text) {
        var members = new TreeMap<>(Map.of("name", "Ada L.", "first_name", "Ada", "last_name", "L."));
        members.put(name, text);
        var json = members.entrySet().stream()
                .map(member -> "\"%s\": \"%s\"".formatted(member.getKey(), member.getValue()))
                .collect(joining(", ", "{", "}"));
        return ADA.patch(AccountClient.ME, json);
    }
}
