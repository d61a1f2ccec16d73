package todo.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GatewayResponsesTest {
    private static final String TEMPLATE = """
            Resources:
              Api:
                Type: AWS::Serverless::Api
                Properties:
                  StageName: try
                  Auth:
                    Authorizers: {Token: {FunctionArn: !GetAtt Guard.Arn}}
                  GatewayResponses:
                    MISSING_AUTHENTICATION_TOKEN:
                      StatusCode: '404'
                      ResponseTemplates:
                        application/problem+json: >-
                          {"detail": $context.error.messageString, "plain": "$context.error.message",
                           "type": "$context.error.responseType", "path": "$context.path",
                           "id": "$context.requestId", "at": $context.requestTimeEpoch, "none": "$context.authorizer.x"}
                      ResponseParameters:
                        Headers:
                          X-Literal: "'a, b'"
                          X-Request-Id: context.requestId
                          X-Echo: method.request.header.X-Sent
                          X-Nothing: context.authorizer.role
                    UNAUTHORIZED:
                      ResponseTemplates: {application/json: '{"code": 1}'}
                      ResponseParameters: {Headers: {WWW-Authenticate: "'Bearer'", Content-Type: "'application/problem+json'"}}
                    DEFAULT_4XX: {ResponseTemplates: {application/json: '{"error": $context.error.messageString}'}}
                    DEFAULT_5XX: {ResponseTemplates: {application/json: '{"sorry": $context.error.messageString}'}}
              Guard: {Type: AWS::Serverless::Function, Properties: {Handler: guard}}
              Fail:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: fail
                  Events:
                    Fail: {Type: Api, Properties: {Path: /fail, Method: any}}
                    Closed: {Type: Api, Properties: {Path: /closed, Method: any, Auth: {Authorizer: Token}}}
            """;

    private TestGateway served;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        var handlers =
                Map.of("guard", Handlers.answering(Handlers.policy("Deny", "*")), "fail", Handlers.failing("secret"));
        served = TestGateway.of(folder, TEMPLATE, handlers);
    }

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void a_declared_response_has_its_status_type_and_body() throws Exception {
        var answer = served.get("/try/none?secret=1");
        var body = TestGateway.json(answer);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/problem+json");
        assertThat(body.path("detail").asText()).isEqualTo("Missing Authentication Token");
        assertThat(body.path("plain").asText()).isEqualTo("Missing Authentication Token");
        assertThat(body.path("type").asText()).isEqualTo("MISSING_AUTHENTICATION_TOKEN");
        assertThat(body.path("path").asText()).isEqualTo("/try/none");
        assertThat(body.path("at").isIntegralNumber()).isTrue();
        assertThat(body.path("none").asText()).isEmpty();
        assertThat(answer.headers().firstValue("x-amzn-RequestId"))
                .hasValue(body.path("id").asText());
    }

    @Test
    void its_headers_are_literals_and_values_of_the_request() throws Exception {
        var answer = served.get("/none", "X-Sent", "hello");

        assertThat(answer.headers().firstValue("X-Literal")).hasValue("a, b");
        assertThat(answer.headers().firstValue("X-Echo")).hasValue("hello");
        assertThat(answer.headers().firstValue("X-Request-Id"))
                .isEqualTo(answer.headers().firstValue("x-amzn-RequestId"));
        assertThat(answer.headers().firstValue("X-Nothing")).isEmpty();
    }

    @Test
    void a_header_is_copied_only_in_the_spelling_that_the_template_has() throws Exception {
        assertThat(served.get("/none", "x-sent", "hello").headers().firstValue("X-Echo"))
                .isEmpty();
    }

    @Test
    void the_gateways_own_headers_keep_their_names() throws Exception {
        var answer = served.get("/closed");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/problem+json");
        assertThat(answer.body()).isEqualTo("{\"code\": 1}");
    }

    @Test
    void what_is_not_declared_has_the_shape_of_its_class_and_its_own_status() throws Exception {
        var denied = served.get("/closed", "Authorization", "Bearer a");
        var failed = served.get("/fail");

        assertThat(denied.statusCode()).isEqualTo(403);
        assertThat(TestGateway.json(denied).path("error").asText()).startsWith("User is not authorized");
        assertThat(failed.statusCode()).isEqualTo(502);
        assertThat(failed.body()).isEqualTo("{\"sorry\": \"Internal server error\"}");
    }

    @Test
    void a_path_cannot_break_out_of_the_template() throws Exception {
        var body = TestGateway.json(
                served.raw("GET /a\"b\\c HTTP/1.0\r\nHost: a\r\n\r\n").split("\r\n\r\n", 2)[1]);

        assertThat(body.path("path").asText()).isEqualTo("/a%22b%5Cc");
    }
}
