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

    private TestGateway gateway;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        gateway = TestGateway.start(folder, TEMPLATE, Map.of("echo", Handlers.echo()));
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void headers_keep_their_case_and_all_values() throws Exception {
        var event = event(
                "GET /tasks/7 HTTP/1.1\nHost: here:80\nX-oDd: 1\nx-odd: 2\nauthorization: Bearer a\nContent-type: text/plain\n");

        assertThat(event.path("multiValueHeaders").path("X-oDd").toString()).isEqualTo("[\"1\",\"2\"]");
        assertThat(event.path("headers").path("X-oDd").asText()).isEqualTo("2");
        assertThat(event.path("headers").path("Content-type").asText()).isEqualTo("text/plain");
    }

    @Test
    void headers_that_api_gateway_drops_do_not_reach_functions_and_authorization_is_capitalised() throws Exception {
        var event = event("GET /tasks/7 HTTP/1.1\nHost: here\nTE: trailers\nauthorization: Bearer a\n");

        assertThat(event.path("headers").fieldNames())
                .toIterable()
                .contains("Authorization", "Host")
                .doesNotContain("TE", "Connection", "authorization");
    }

    @Test
    void the_source_ip_is_that_of_the_socket_regardless_of_headers() throws Exception {
        var event = event(
                "GET /tasks/7 HTTP/1.1\nHost: here\nX-Forwarded-For: 6.6.6.6\nX-Forwarded-Proto: https\nForwarded: for=6.6.6.6\n");

        assertThat(event.at("/requestContext/identity/sourceIp").asText()).isEqualTo("127.0.0.1");
        assertThat(event.at("/headers/X-Forwarded-For").asText()).isEqualTo("6.6.6.6, 127.0.0.1");
        assertThat(event.at("/headers/X-Forwarded-Proto").asText()).isEqualTo("http");
        assertThat(event.at("/headers/X-Forwarded-Port").asInt())
                .isEqualTo(gateway.server().url().getPort());
    }

    @Test
    void query_parameters_are_decoded_and_the_last_value_is_the_single_value() throws Exception {
        var event = TestGateway.json(gateway.get("/tasks/7?a=1&a=%E2%9C%93+x&b&c=%3D%26"));

        assertThat(event.path("queryStringParameters").toString()).isEqualTo("{\"a\":\"✓ x\",\"b\":\"\",\"c\":\"=&\"}");
        assertThat(event.at("/multiValueQueryStringParameters/a").toString()).isEqualTo("[\"1\",\"✓ x\"]");
    }

    @Test
    void absent_parts_of_a_request_are_null() throws Exception {
        var event = TestGateway.json(gateway.get("/tasks/7?"));

        assertThat(event.path("queryStringParameters").isNull()).isTrue();
        assertThat(event.path("multiValueQueryStringParameters").isNull()).isTrue();
        assertThat(event.path("stageVariables").isNull()).isTrue();
        assertThat(event.path("body").isNull()).isTrue();
        assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
    }

    @Test
    void a_text_body_is_passed_as_text() throws Exception {
        var event = TestGateway.json(gateway.send("POST", "/tasks/7", "{\"title\": \"Käse ✓\"}"));

        assertThat(event.path("body").asText()).isEqualTo("{\"title\": \"Käse ✓\"}");
    }

    @Test
    void a_binary_body_is_passed_as_base64() throws Exception {
        var event = TestGateway.json(gateway.send("PUT", "/tasks/7", "abc", "Content-Type", "image/png"));

        assertThat(event.path("body").asText()).isEqualTo("YWJj");
        assertThat(event.path("isBase64Encoded").asBoolean()).isTrue();
    }

    @Test
    void the_request_context_describes_the_request() throws Exception {
        var response = gateway.get("/try/tasks/7", "User-Agent", "a test");
        var context = TestGateway.json(response).path("requestContext");

        assertThat(context.path("resourcePath").asText()).isEqualTo("/tasks/{id}");
        assertThat(context.path("stage").asText()).isEqualTo("try");
        assertThat(context.path("apiId").asText()).isEqualTo("Api");
        assertThat(context.path("protocol").asText()).isEqualTo("HTTP/1.1");
        assertThat(context.at("/identity/userAgent").asText()).isEqualTo("a test");
        assertThat(context.path("requestTime").asText()).matches("\\d\\d/\\w{3}/\\d{4}:\\d\\d:\\d\\d:\\d\\d \\+0000");
        assertThat(context.path("requestTimeEpoch").isIntegralNumber()).isTrue();
        assertThat(response.headers().firstValue("x-amzn-RequestId"))
                .hasValue(context.path("requestId").asText());
        assertThat(response.headers().firstValue("x-amz-apigw-id"))
                .hasValue(context.path("extendedRequestId").asText());
    }

    private JsonNode event(String head) throws IOException {
        return gateway.rawJson(head.replace("\n", "\r\n") + "Connection: close\r\n\r\n");
    }
}
