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
              Respond:
                Type: AWS::Serverless::Function
                Properties: {Handler: respond, Events: {Any: {Type: Api, Properties: {Path: /, Method: any}}}}
            """;

    private final Path folder;

    ProxyResponseTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void status_headers_and_body_are_sent_to_the_client() throws Exception {
        var response = get("""
                {"statusCode": 201, "headers": {"Location": "/tasks/7", "X-Flag": true, "X-Count": 3}, "body": "Grüße"}""");

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("Location")).hasValue("/tasks/7");
        assertThat(response.headers().firstValue("X-Flag")).hasValue("true");
        assertThat(response.headers().firstValue("X-Count")).hasValue("3");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(response.headers().firstValue("Server")).isEmpty();
        assertThat(response.body()).isEqualTo("Grüße");
    }

    @Test
    void the_status_may_be_a_string_of_digits_and_defaults_to_200() throws Exception {
        assertThat(get("{\"statusCode\": \"204\"}").statusCode()).isEqualTo(204);
        assertThat(get("{\"body\": null}").statusCode()).isEqualTo(200);
    }

    @Test
    void single_and_multi_value_headers_are_merged_without_duplicates() throws Exception {
        var response = get("""
                {"headers": {"vary": "Origin", "X-A": "1"}, "multiValueHeaders": {"Vary": ["Accept", "Origin"], "X-B": ["1", "2"]}}""");

        assertThat(response.headers().allValues("Vary")).containsExactly("Accept", "Origin");
        assertThat(response.headers().allValues("X-A")).containsExactly("1");
        assertThat(response.headers().allValues("X-B")).containsExactly("1", "2");
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
    void headers_reserved_by_the_gateway_are_renamed(String name) throws Exception {
        var response = get("{\"headers\": {\"%s\": \"mine\"}}".formatted(name));

        assertThat(response.headers().allValues("x-amzn-Remapped-" + name)).containsExactly("mine");
        assertThat(response.headers().allValues(name)).doesNotContain("mine");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Transfer-Encoding", "Upgrade", "TE", "Trailer", "Host", "Expect", "Proxy-Authenticate", "Via"})
    void headers_that_api_gateway_drops_do_not_reach_the_client(String name) throws Exception {
        var response = get("{\"headers\": {\"%s\": \"mine\"}}".formatted(name));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().map().values()).noneMatch(values -> values.contains("mine"));
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
    void a_malformed_response_answers_502(String json) throws Exception {
        var response = get(json);

        assertThat(response.statusCode()).isEqualTo(502);
        assertThat(response.body()).isEqualTo("{\"message\":\"Internal server error\"}");
    }

    @Test
    void a_response_over_lambdas_limit_answers_502() throws Exception {
        assertThat(get("{\"body\": \"" + "x".repeat(6_291_556) + "\"}").statusCode())
                .isEqualTo(502);
        assertThat(get("{\"body\": \"" + "x".repeat(6_000_000) + "\"}").body()).hasSize(6_000_000);
    }

    @Test
    void headers_of_more_than_10240_bytes_answer_502() throws Exception {
        var json = "{\"headers\": {\"X-A\": \"%s\", \"X-B\": \"%1$s\"}}";

        assertThat(get(json.formatted("x".repeat(5150))).statusCode()).isEqualTo(502);
        assertThat(get(json.formatted("x".repeat(4950))).statusCode()).isEqualTo(200);
    }

    @Test
    void base64_is_decoded_only_for_clients_that_accept_a_binary_type() throws Exception {
        var json = "{\"body\": \"YWJj\", \"isBase64Encoded\": true}";

        assertThat(get(json).body()).isEqualTo("YWJj");
        assertThat(send("GET", json, "Accept", "image/png").body()).isEqualTo("abc");
    }

    @Test
    void head_204_and_304_have_no_body() throws Exception {
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
        try (var gateway = TestGateway.start(folder, TEMPLATE, Map.of("respond", Handlers.returning(json)))) {
            return gateway.send(method, "/", "", headers);
        }
    }
}
