package todo.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProxyResponseTest {
    private static final String TEMPLATE = """
            Resources:
              Api: {Type: AWS::Serverless::Api, Properties: {StageName: try, BinaryMediaTypes: [image/png]}}
              Answer:
                Type: AWS::Serverless::Function
                Properties: {Handler: answer, Events: {Any: {Type: Api, Properties: {Path: /, Method: any}}}}
            """;

    private final Path folder;

    ProxyResponseTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void status_headers_and_body_go_to_the_client() throws Exception {
        var answer = get("""
                {"statusCode": 201, "headers": {"Location": "/tasks/7", "X-Flag": true, "X-Count": 3}, "body": "Grüße"}""");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location")).hasValue("/tasks/7");
        assertThat(answer.headers().firstValue("X-Flag")).hasValue("true");
        assertThat(answer.headers().firstValue("X-Count")).hasValue("3");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
        assertThat(answer.body()).isEqualTo("Grüße");
    }

    @Test
    void a_digit_string_is_a_status_and_none_is_200() throws Exception {
        assertThat(get("{\"statusCode\": \"204\"}").statusCode()).isEqualTo(204);
        assertThat(get("{\"body\": null}").statusCode()).isEqualTo(200);
    }

    @Test
    void both_kinds_of_headers_are_merged_without_doubles() throws Exception {
        var answer = get("""
                {"headers": {"vary": "Origin", "X-A": "1"}, "multiValueHeaders": {"Vary": ["Accept", "Origin"], "X-B": ["1", "2"]}}""");

        assertThat(answer.headers().allValues("Vary")).containsExactly("Accept", "Origin");
        assertThat(answer.headers().allValues("X-A")).containsExactly("1");
        assertThat(answer.headers().allValues("X-B")).containsExactly("1", "2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WWW-Authenticate",
                "Authorization",
                "Date",
                "Server",
                "connection",
                "Content-MD5",
                "Max-Forwards",
                "User-Agent",
                "Content-Length"
            })
    void headers_that_are_the_gateways_own_are_renamed(String name) throws Exception {
        var answer = get("{\"headers\": {\"%s\": \"mine\"}}".formatted(name));

        assertThat(answer.headers().allValues("x-amzn-Remapped-" + name)).containsExactly("mine");
        assertThat(answer.headers().allValues(name)).doesNotContain("mine");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Transfer-Encoding", "Upgrade", "TE", "Trailer", "Host", "Expect", "Proxy-Authenticate", "Via"})
    void some_are_dropped(String name) throws Exception {
        var answer = get("{\"headers\": {\"%s\": \"mine\"}}".formatted(name));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().map().values()).noneMatch(values -> values.contains("mine"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "\"text\"",
                "null",
                "[]",
                "{} {}",
                "{\"statusCode\": \"many\"}",
                "{\"statusCode\": 200.5}",
                "{\"statusCode\": 101}",
                "{\"statusCode\": 700}",
                "{\"body\": {}}",
                "{\"headers\": []}",
                "{\"headers\": {\"a\": {}}}",
                "{\"headers\": {\"a b\": \"1\"}}",
                "{\"headers\": {\"a\": \"1\\r\\nb: 2\"}}",
                "{\"multiValueHeaders\": {\"a\": \"1\"}}",
                "{\"statusCode\": 200, \"more\": 1}",
                "{\"errorMessage\": \"oops\"}"
            })
    void anything_malformed_is_a_bad_gateway(String json) throws Exception {
        var answer = get(json);

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Internal server error\"}");
    }

    @Test
    void an_answer_over_six_megabytes_is_one_too() throws Exception {
        assertThat(get("{\"body\": \"" + "x".repeat(6_291_556) + "\"}").statusCode())
                .isEqualTo(502);
        assertThat(get("{\"body\": \"" + "x".repeat(6_000_000) + "\"}").body()).hasSize(6_000_000);
    }

    @Test
    void headers_of_more_than_10240_bytes_in_all_are_too() throws Exception {
        var json = "{\"headers\": {\"X-A\": \"%s\", \"X-B\": \"%1$s\"}}";

        assertThat(get(json.formatted("x".repeat(5150))).statusCode()).isEqualTo(502);
        assertThat(get(json.formatted("x".repeat(4950))).statusCode()).isEqualTo(200);
    }

    @Test
    void base64_is_undone_only_for_who_asks_for_a_binary_type() throws Exception {
        var json = "{\"body\": \"YWJj\", \"isBase64Encoded\": true}";

        assertThat(get(json).body()).isEqualTo("YWJj");
        assertThat(send("GET", json, "Accept", "image/png").body()).isEqualTo("abc");
    }

    @Test
    void what_may_have_no_body_has_none() throws Exception {
        var json = "{\"statusCode\": %d, \"headers\": {\"ETag\": \"1\"}, \"body\": \"text\"}";
        var head = send("HEAD", json.formatted(200));

        assertThat(get(json.formatted(204)).body()).isEmpty();
        assertThat(get(json.formatted(304)).headers().firstValue("ETag")).hasValue("1");
        assertThat(head.headers().firstValue("Content-Length")).hasValue("4");
        assertThat(head.body()).isEmpty();
    }

    private HttpResponse<String> get(String json) throws IOException, InterruptedException {
        return send("GET", json);
    }

    private HttpResponse<String> send(String method, String json, String... headers)
            throws IOException, InterruptedException {
        try (var served = TestGateway.of(folder, TEMPLATE, Map.of("answer", Handlers.answering(json)))) {
            return served.send(method, "/", "", headers);
        }
    }
}
