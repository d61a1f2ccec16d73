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

    private TestGateway gateway;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        var handlers =
                Map.of("guard", Handlers.returning(Handlers.policy("Deny", "*")), "fail", Handlers.throwing("secret"));
        gateway = TestGateway.start(folder, TEMPLATE, handlers);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void a_customised_response_has_the_status_content_type_and_body_of_the_template() throws Exception {
        var response = gateway.get("/try/none?secret=1");
        var body = TestGateway.json(response);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().allValues("Content-Type")).containsExactly("application/problem+json");
        assertThat(body.path("detail").asText()).isEqualTo("Missing Authentication Token");
        assertThat(body.path("plain").asText()).isEqualTo("Missing Authentication Token");
        assertThat(body.path("type").asText()).isEqualTo("MISSING_AUTHENTICATION_TOKEN");
        assertThat(body.path("path").asText()).isEqualTo("/try/none");
        assertThat(body.path("at").isIntegralNumber()).isTrue();
        assertThat(body.path("none").asText()).isEmpty();
        assertThat(response.headers().firstValue("x-amzn-RequestId"))
                .hasValue(body.path("id").asText());
    }

    @Test
    void its_headers_are_literals_or_values_of_the_request() throws Exception {
        var response = gateway.get("/none", "X-Sent", "hello");

        assertThat(response.headers().firstValue("X-Literal")).hasValue("a, b");
        assertThat(response.headers().firstValue("X-Echo")).hasValue("hello");
        assertThat(response.headers().firstValue("X-Request-Id"))
                .isEqualTo(response.headers().firstValue("x-amzn-RequestId"));
        assertThat(response.headers().firstValue("X-Nothing")).isEmpty();
    }

    @Test
    void a_request_header_is_copied_only_in_the_exact_case_of_the_template() throws Exception {
        assertThat(gateway.get("/none", "x-sent", "hello").headers().firstValue("X-Echo"))
                .isEmpty();
    }

    @Test
    void headers_of_gateway_responses_are_not_renamed() throws Exception {
        var response = gateway.get("/closed");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(response.headers().allValues("Content-Type")).containsExactly("application/problem+json");
        assertThat(response.body()).isEqualTo("{\"code\": 1}");
    }

    @Test
    void other_types_use_the_default_response_with_their_own_status() throws Exception {
        var denied = gateway.get("/closed", "Authorization", "Bearer a");
        var failed = gateway.get("/fail");

        assertThat(denied.statusCode()).isEqualTo(403);
        assertThat(TestGateway.json(denied).path("error").asText()).startsWith("User is not authorized");
        assertThat(failed.statusCode()).isEqualTo(502);
        assertThat(failed.body()).isEqualTo("{\"sorry\": \"Internal server error\"}");
    }

    @Test
    void a_path_cannot_inject_json_into_the_body() throws Exception {
        var body = gateway.rawJson("GET /a\"b\\c HTTP/1.0\r\nHost: a\r\n\r\n");

        assertThat(body.path("path").asText()).isEqualTo("/a%22b%5Cc");
    }
}
