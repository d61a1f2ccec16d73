package todo.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProxyEventTest {
    private static final String TEMPLATE = """
            Resources:
              Api: {Type: AWS::Serverless::Api, Properties: {StageName: try, BinaryMediaTypes: [image~1*]}}
              Echo:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: echo
                  Events:
                    Task: {Type: Api, Properties: {Path: '/tasks/{id}', Method: any}}
            """;

    private TestGateway served;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        served = TestGateway.of(folder, TEMPLATE, Map.of("echo", Handlers.echo()));
    }

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void headers_keep_their_spelling_and_all_their_values() throws Exception {
        var event = event(
                "GET /tasks/7 HTTP/1.1\nHost: here:80\nX-oDd: 1\nx-odd: 2\nauthorization: Bearer a\nContent-type: text/plain\n");

        assertThat(event.path("multiValueHeaders").path("X-oDd").toString()).isEqualTo("[\"1\",\"2\"]");
        assertThat(event.path("headers").path("X-oDd").asText()).isEqualTo("2");
        assertThat(event.path("headers").path("Content-type").asText()).isEqualTo("text/plain");
    }

    @Test
    void some_headers_never_reach_a_function_and_one_is_capitalised() throws Exception {
        var event = event("GET /tasks/7 HTTP/1.1\nHost: here\nTE: trailers\nauthorization: Bearer a\n");

        assertThat(event.path("headers").fieldNames())
                .toIterable()
                .contains("Authorization", "Host")
                .doesNotContain("TE", "Connection", "authorization");
    }

    @Test
    void the_source_address_is_the_sockets_whatever_the_headers_say() throws Exception {
        var event = event(
                "GET /tasks/7 HTTP/1.1\nHost: here\nX-Forwarded-For: 6.6.6.6\nX-Forwarded-Proto: https\nForwarded: for=6.6.6.6\n");

        assertThat(event.at("/requestContext/identity/sourceIp").asText()).isEqualTo("127.0.0.1");
        assertThat(event.at("/headers/X-Forwarded-For").asText()).isEqualTo("6.6.6.6, 127.0.0.1");
        assertThat(event.at("/headers/X-Forwarded-Proto").asText()).isEqualTo("http");
        assertThat(event.at("/headers/X-Forwarded-Port").asInt())
                .isEqualTo(served.gateway().url().getPort());
    }

    @Test
    void query_parameters_are_decoded_and_the_last_value_stands_alone() throws Exception {
        var event = TestGateway.json(served.get("/tasks/7?a=1&a=%E2%9C%93+x&b&c=%3D%26"));

        assertThat(event.path("queryStringParameters").toString()).isEqualTo("{\"a\":\"✓ x\",\"b\":\"\",\"c\":\"=&\"}");
        assertThat(event.at("/multiValueQueryStringParameters/a").toString()).isEqualTo("[\"1\",\"✓ x\"]");
    }

    @Test
    void what_is_not_there_is_null() throws Exception {
        var event = TestGateway.json(served.get("/tasks/7?"));

        assertThat(event.path("queryStringParameters").isNull()).isTrue();
        assertThat(event.path("multiValueQueryStringParameters").isNull()).isTrue();
        assertThat(event.path("stageVariables").isNull()).isTrue();
        assertThat(event.path("body").isNull()).isTrue();
        assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
    }

    @Test
    void a_body_arrives_as_text() throws Exception {
        var event = TestGateway.json(served.send("POST", "/tasks/7", "{\"title\": \"Käse ✓\"}"));

        assertThat(event.path("body").asText()).isEqualTo("{\"title\": \"Käse ✓\"}");
    }

    @Test
    void a_binary_body_travels_as_base64() throws Exception {
        var event = TestGateway.json(served.send("PUT", "/tasks/7", "abc", "Content-Type", "image/png"));

        assertThat(event.path("body").asText()).isEqualTo("YWJj");
        assertThat(event.path("isBase64Encoded").asBoolean()).isTrue();
    }

    @Test
    void the_context_says_what_was_called_and_how() throws Exception {
        var answer = served.get("/try/tasks/7", "User-Agent", "a test");
        var context = TestGateway.json(answer).path("requestContext");

        assertThat(context.path("resourcePath").asText()).isEqualTo("/tasks/{id}");
        assertThat(context.path("stage").asText()).isEqualTo("try");
        assertThat(context.path("apiId").asText()).isEqualTo("Api");
        assertThat(context.path("protocol").asText()).isEqualTo("HTTP/1.1");
        assertThat(context.at("/identity/userAgent").asText()).isEqualTo("a test");
        assertThat(context.path("requestTime").asText()).matches("\\d\\d/\\w{3}/\\d{4}:\\d\\d:\\d\\d:\\d\\d \\+0000");
        assertThat(context.path("requestTimeEpoch").isIntegralNumber()).isTrue();
        assertThat(answer.headers().firstValue("x-amzn-RequestId"))
                .hasValue(context.path("requestId").asText());
        assertThat(answer.headers().firstValue("x-amz-apigw-id"))
                .hasValue(context.path("extendedRequestId").asText());
    }

    private JsonNode event(String head) throws IOException {
        var answer = served.raw(head.replace("\n", "\r\n") + "Connection: close\r\n\r\n");
        return TestGateway.json(answer.split("\r\n\r\n", 2)[1]);
    }
}
