package todo.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;

/// Cursors of all lists. The first line is the route, the second the cursor or, after a colon, what it encodes.
/// `{id}` stands for the id of the caller, and `{scope}` for the scope of the caller's task list.
final class CursorFuzzTest {
    private static final String FORMS = String.join(
            "|",
            "-?\\d+ (CREATED_AT|UPDATED_AT|DUE_DATE|PRIORITY|TITLE) (ASC|DESC) \\d+ [0-9a-f-]{36} .*",
            "2 [0-9a-f-]{36} \\d{1,18} \\d{1,18}",
            "(SESSIONS|EVENTS|TASKS) \\S+Z [0-9a-f-]{36} -?\\d+",
            "\\S+Z \\S+");
    private static final Pattern FORM = Pattern.compile(FORMS, Pattern.DOTALL);

    @BeforeAll
    static void start() {
        FunctionCall.start();
    }

    @FuzzTest
    void only_a_cursor_of_the_same_list_in_its_one_spelling_is_accepted(byte[] input) {
        var lines = Lines.of(input, 2);
        var call = FunctionCall.of(FunctionCall.routes("GET"), lines.text(0));
        var cursor = cursor(lines.text(1));
        var name = call.route().path().endsWith("/changes") ? "since" : "cursor";

        var answer = call.query(Map.of(name, List.of(cursor))).send().isServedOrRefused();

        if (answer.isPage()) {
            var plain = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            assertThat(encoded(plain)).isEqualTo(cursor);
            assertThat(plain).matches(FORM);
            assertThat(plain.startsWith("2 ")).isEqualTo(name.equals("since"));
            if (name.equals("since")) {
                assertThat(plain).contains(FunctionCall.CALLER.id().toString());
            }
        }
    }

    private static String cursor(String text) {
        return text.startsWith(":")
                ? encoded(text.substring(1)
                        .replace("{id}", FunctionCall.CALLER.id().toString())
                        .replace("{scope}", Integer.toString((FunctionCall.CALLER.id() + " {}").hashCode())))
                : text;
    }

    private static String encoded(String plain) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
    }
}
