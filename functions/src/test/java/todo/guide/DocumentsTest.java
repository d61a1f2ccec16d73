package todo.guide;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import todo.contract.ApiDocument;
import todo.contract.DescribedOperation;
import todo.http.ErrorCode;
import todo.testing.Api;

/// The examples in the documents work as documented.
final class DocumentsTest {
    @AutoClose
    private static final Api API = Api.complete(Map.of("RATE_LIMIT_USER", "600"));

    private static final Pattern EMAIL = Pattern.compile("\\b\\w+@example\\.org\\b");
    static final List<Path> DOCUMENTS = List.of(Markdown.README, Markdown.GUIDE);

    @ParameterizedTest
    @FieldSource("DOCUMENTS")
    @EnabledIf("isCurlInstalled")
    void every_curl_example_answers_as_documented(Path file, @TempDir Path folder) {
        var document = withRealAddresses(Markdown.read(file));
        var blocks = document.blocks();
        var sending = blocks.stream().filter(Markdown.Block::isCurl).toList();
        var session = new ShellSession(
                folder, sending.stream().map(Markdown.Block::text).toList());

        session.runAll();

        assertThat(sending).hasSizeGreaterThan(5);
        for (var step = 0; step < sending.size(); step++) {
            var next = blocks.get(blocks.indexOf(sending.get(step)) + 1);
            assertThat(next.language()).as(next.text()).isEqualTo("http");
            session.assertAnswered(step, ExpectedResponse.of(next.text()));
        }
    }

    @Test
    @EnabledIf("isNodeInstalled")
    void the_offline_script_prints_what_is_documented(@TempDir Path folder) {
        var guide = Markdown.read(Markdown.GUIDE);
        var person = API.newPerson();
        var given = "const api = \"%sapi/v1\", token = \"%s\", user = \"%s\";\n"
                .formatted(API.url().resolve("/"), person.token(), person.id());

        var output = new ShellSession(folder, List.of())
                .run(List.of("node", "script.mjs"), "script.mjs", given + guide.all("js"));

        assertThat(output).isEqualTo(guide.all("text"));
    }

    @Test
    void the_guide_lists_every_error_code() {
        assertThat(rows("\\| (\\d+) \\| `([A-Z_]+)` \\| .+ \\|")
                        .collect(toMap(row -> row.group(2), row -> Integer.valueOf(row.group(1)))))
                .isEqualTo(Arrays.stream(ErrorCode.values()).collect(toMap(ErrorCode::name, ErrorCode::status)));
    }

    @Test
    void the_guide_lists_every_operation() {
        var canonical = DescribedOperation.allOf(ApiDocument.read()).stream()
                .filter(operation -> !operation.isAlias())
                .map(DescribedOperation::route);

        assertThat(rows("\\| .+ \\| `([A-Z]+ /\\S+)` \\|").map(row -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(canonical.toList());
    }

    static boolean isCurlInstalled() {
        return ShellSession.isInstalled("curl");
    }

    static boolean isNodeInstalled() {
        return ShellSession.isInstalled("node");
    }

    /// Replaces the documented address by this API's and the documented email by a new one.
    private static Markdown withRealAddresses(Markdown document) {
        var email = EMAIL.matcher(document.text());
        assertThat(email.find()).isTrue();
        return document.with(email.group(), Api.newEmail())
                .with("http://127.0.0.1:8000", API.url().resolve("").toString().replaceAll("/$", ""));
    }

    private static Stream<MatchResult> rows(String row) {
        return Pattern.compile("(?m)^" + row + "$")
                .matcher(Markdown.read(Markdown.GUIDE).text())
                .results();
    }
}
