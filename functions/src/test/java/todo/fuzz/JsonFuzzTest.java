package todo.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import todo.json.Json;

/// The two readers of JSON, and its writer.
final class JsonFuzzTest {
    @FuzzTest
    void both_readers_agree_and_read_what_the_writer_wrote(byte[] input) {
        var text = new String(input, UTF_8);
        var tree = Json.object(text);
        var members = Json.members(text);

        members.ifPresent(
                object -> assertThat(isSame(object, tree.orElseThrow())).isTrue());
        assertThat(Json.elements(Json.text(List.of(text, Map.of(text, 1L))))).hasValue(List.of(text, Map.of(text, 1L)));
    }

    private static boolean isSame(Object value, JsonNode node) {
        return switch (value) {
            case Map<?, ?> object ->
                object.size() == node.size()
                        && object.entrySet().stream()
                                .allMatch(member -> isSame(
                                        member.getValue(),
                                        node.path(member.getKey().toString())));
            case List<?> list ->
                list.size() == node.size()
                        && list.stream().allMatch(element -> isSame(element, node.path(list.indexOf(element))));
            case String text -> text.equals(node.textValue());
            case Long number -> node.isIntegralNumber() && number == node.longValue();
            case Double number -> number.equals(node.doubleValue());
            case Boolean flag -> node.isBoolean() && flag == node.booleanValue();
            default -> value == JsonToken.VALUE_NULL && node.isNull();
        };
    }
}
