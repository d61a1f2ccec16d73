package todo.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import todo.contract.ApiDocument;
import todo.http.ErrorCode;
import todo.testing.Answer;
import todo.testing.Api;

final class DocumentationTest {
    private static final Api API = Api.shared();

    @ParameterizedTest
    @CsvSource({
        "/openapi.yaml, application/yaml",
        "/openapi.json, application/json",
        "/docs, text/html; charset=utf-8",
        "/redoc, text/html; charset=utf-8",
        "/docs/docs.css, text/css; charset=utf-8",
        "/docs/docs.js, text/javascript; charset=utf-8",
        "/docs/sign-in.js, text/javascript; charset=utf-8",
        "/docs/swagger-ui.css, text/css; charset=utf-8",
        "/docs/swagger-ui-bundle.js, text/javascript; charset=utf-8",
        "/docs/redoc.js, text/javascript; charset=utf-8",
        "/docs/redoc.standalone.js, text/javascript; charset=utf-8",
    })
    void documents_are_public_and_cacheable(String path, String type) {
        var answer = API.get(path).is(200);

        assertThat(answer.header("Content-Type")).hasValue(type);
        assertThat(answer.header("Cache-Control")).hasValue("public, max-age=300");
        assertThat(answer.text()).isNotBlank();
        var again = API.request("GET", path)
                .header("If-None-Match", answer.header("ETag").orElseThrow());
        assertThat(again.send().is(304).text()).isEmpty();
        assertThat(again.header("If-None-Match", "\"1\"").send().is(200).text()).isEqualTo(answer.text());
    }

    @Test
    void the_served_description_is_openapi_yaml() throws IOException {
        assertThat(API.get("/openapi.yaml").text())
                .isEqualTo(Files.readString(Path.of("functions/src/main/resources/openapi.yaml")));
        assertThat(API.get("/openapi.json").json())
                .isEqualTo(ApiDocument.read().json().<ObjectNode>deepCopy().without("x-shared"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/redoc"})
    void a_page_loads_nothing_from_other_hosts(String path) {
        var page = API.get(path).is(200);

        assertThat(references(page))
                .isNotEmpty()
                .allSatisfy(reference -> API.get("/" + reference).is(200));
        assertThat(page.header("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "script-src 'self'", "connect-src 'self'")
                        .contains("base-uri 'none'", "frame-ancestors 'none'")
                        .doesNotContain("http", "unsafe-eval", "*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/redoc"})
    void a_page_finds_its_resources_below_a_stage(String path) {
        assertThat(references(API.get("/local" + path).is(200)))
                .allSatisfy(reference -> API.get("/local/" + reference).is(200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs/", "/redoc//", "/local/docs/", "/docs/docs.css/", "/openapi.json/"})
    void a_trailing_slash_answers_308(String path) {
        var moved = API.get(path).is(308);

        assertThat(moved.header("Location")).hasValue(path.replaceFirst("/+$", ""));
        assertThat(moved.text()).isEmpty();
        API.get(moved.header("Location").orElseThrow()).is(200);
    }

    @Test
    void every_error_type_links_to_an_anchor_in_the_documentation() {
        var page = API.get("/docs").text();

        for (var code : ErrorCode.values()) {
            assertThat(page).containsOnlyOnce("id=\"errors/" + code + "\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs/nothing.js", "/docs/openapi.yaml", "/docs/docs", "/docs/ShowDocument.class"})
    void any_other_file_answers_404(String path) {
        API.get(path).isProblem(404, "ROUTE_NOT_FOUND");
    }

    @Test
    void every_document_is_below_lambdas_response_limit() throws IOException {
        try (var files = Files.list(Path.of("target/classes/todo/docs"))) {
            assertThat(files).allSatisfy(file -> assertThat(Files.size(file)).isLessThan(2_000_000));
        }
    }

    /// Returns the references that a page loads or links to.
    private static List<String> references(Answer page) {
        return Pattern.compile("(?:src|href)=\"(?!data:|#)([^\"]*)\"")
                .matcher(page.text())
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
