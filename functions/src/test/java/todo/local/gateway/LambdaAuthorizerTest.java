package todo.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LambdaAuthorizerTest {
    private static final String TEMPLATE = """
            Resources:
              Api:
                Type: AWS::Serverless::Api
                Properties:
                  StageName: try
                  Auth:
                    DefaultAuthorizer: Token
                    Authorizers:
                      Token:
                        FunctionArn: !Ref Guard.Alias
                        Identity: {ReauthorizeEvery: 60, ValidationExpression: 'Bearer .+'}
                      Uncached:
                        FunctionArn: !GetAtt Guard.Arn
                        Identity: {ReauthorizeEvery: 0}
                      Whole:
                        FunctionArn: !Sub '${Guard.Arn}:live'
                        FunctionPayloadType: REQUEST
                        Identity: {Headers: [X-Key], ReauthorizeEvery: 0}
              Guard: {Type: AWS::Serverless::Function, Properties: {Handler: guard}}
              Echo:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: echo
                  Events:
                    Open: {Type: Api, Properties: {Path: /open, Method: get, Auth: {Authorizer: NONE}}}
                    Tasks: {Type: Api, Properties: {Path: '/tasks/{id}', Method: any}}
                    Forgotten: {Type: Api, Properties: {Path: /uncached, Method: get, Auth: {Authorizer: Uncached}}}
                    Whole: {Type: Api, Properties: {Path: /whole, Method: get, Auth: {Authorizer: Whole}}}
            """;
    private static final String ANYTHING = "arn:aws:execute-api:*:*:Api/try/*/*";

    private final AtomicInteger invocations = new AtomicInteger();
    private final Path folder;

    LambdaAuthorizerTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void a_public_route_does_not_invoke_the_authorizer() throws Exception {
        try (var gateway = authorizedBy(Handlers.throwing("broken"))) {
            assertThat(gateway.get("/open").statusCode()).isEqualTo(200);
            assertThat(invocations).hasValue(0);
        }
    }

    @Test
    void a_missing_or_malformed_header_answers_401_without_invoking_the_authorizer() throws Exception {
        try (var gateway = authorizedBy(Handlers.throwing("broken"))) {
            var response = gateway.get("/tasks/7");

            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(response.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
            assertThat(gateway.get("/tasks/7", "Authorization", "Basic a").statusCode())
                    .isEqualTo(401);
            assertThat(invocations).hasValue(0);
        }
    }

    @Test
    void the_context_of_the_authorizer_reaches_the_function_as_strings() throws Exception {
        try (var gateway = authorizedBy(Handlers.returning(Handlers.policy("Allow", ANYTHING)))) {
            var event = TestGateway.json(gateway.get("/tasks/7", "Authorization", "Bearer a"));

            assertThat(event.at("/requestContext/authorizer").toString())
                    .isEqualTo("{\"role\":\"admin\",\"level\":\"3\",\"quick\":\"true\",\"principalId\":\"ann\"}");
        }
    }

    @Test
    void a_token_authorizer_receives_the_raw_header_and_the_method_arn() throws Exception {
        RequestStreamHandler guard = (event, response, context) -> {
            var received = TestGateway.json(new String(event.readAllBytes(), StandardCharsets.UTF_8));
            assertThat(received.path("type").asText()).isEqualTo("TOKEN");
            assertThat(received.path("authorizationToken").asText()).isEqualTo("Bearer a b");
            assertThat(received.path("methodArn").asText())
                    .isEqualTo("arn:aws:execute-api:us-east-1:123456789012:Api/try/PUT/tasks/7");
            Handlers.returning(Handlers.policy("Allow", ANYTHING)).handleRequest(event, response, context);
        };
        try (var gateway = authorizedBy(guard)) {
            assertThat(gateway.send("PUT", "/try/tasks/7", "", "Authorization", "Bearer a b")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_request_authorizer_receives_the_whole_request() throws Exception {
        RequestStreamHandler guard = (event, response, context) -> {
            var received = TestGateway.json(new String(event.readAllBytes(), StandardCharsets.UTF_8));
            assertThat(received.path("type").asText()).isEqualTo("REQUEST");
            assertThat(received.at("/headers/X-Key").asText()).isEqualTo("k");
            assertThat(received.at("/queryStringParameters/a").asText()).isEqualTo("1");
            Handlers.returning(Handlers.policy("Allow", ANYTHING)).handleRequest(event, response, context);
        };
        try (var gateway = authorizedBy(guard)) {
            assertThat(gateway.get("/whole?a=1", "X-Key", "k").statusCode()).isEqualTo(200);
            assertThat(gateway.get("/whole?a=1").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void a_response_is_cached_for_the_exact_header_value() throws Exception {
        try (var gateway = authorizedBy(Handlers.returning(Handlers.policy("Allow", ANYTHING)))) {
            gateway.get("/tasks/7", "Authorization", "Bearer a");
            gateway.send("PUT", "/tasks/8", "", "Authorization", "Bearer a");
            assertThat(invocations).hasValue(1);

            gateway.get("/tasks/7", "Authorization", "Bearer  a");
            assertThat(invocations).hasValue(2);
        }
    }

    @Test
    void a_cached_policy_for_one_route_denies_another() throws Exception {
        try (var gateway = authorizedBy(
                Handlers.returning(Handlers.policy("Allow", "arn:aws:execute-api:*:*:Api/try/GET/tasks/7")))) {
            assertThat(gateway.get("/tasks/7", "Authorization", "Bearer a").statusCode())
                    .isEqualTo(200);
            assertThat(gateway.get("/tasks/8", "Authorization", "Bearer a").statusCode())
                    .isEqualTo(403);
            assertThat(invocations).hasValue(1);
        }
    }

    @Test
    void a_ttl_of_zero_turns_caching_off() throws Exception {
        try (var gateway = authorizedBy(Handlers.returning(Handlers.policy("Allow", ANYTHING)))) {
            gateway.get("/uncached", "Authorization", "Bearer a");
            gateway.get("/uncached", "Authorization", "Bearer a");
            assertThat(invocations).hasValue(2);
        }
    }

    @Test
    void a_denial_answers_403_and_is_cached() throws Exception {
        try (var gateway = authorizedBy(Handlers.returning(Handlers.policy("Deny", ANYTHING)))) {
            var response = gateway.get("/tasks/7", "Authorization", "Bearer a");

            assertThat(response.statusCode()).isEqualTo(403);
            assertThat(response.body()).contains("User is not authorized to access this resource");
            assertThat(gateway.get("/tasks/7", "Authorization", "Bearer a").statusCode())
                    .isEqualTo(403);
            assertThat(invocations).hasValue(1);
        }
    }

    @Test
    void the_exact_error_unauthorized_answers_401_and_is_not_cached() throws Exception {
        try (var gateway = authorizedBy(Handlers.throwing("Unauthorized"))) {
            assertThat(gateway.get("/tasks/7", "Authorization", "Bearer a").statusCode())
                    .isEqualTo(401);
            assertThat(gateway.get("/tasks/7", "Authorization", "Bearer a").statusCode())
                    .isEqualTo(401);
            assertThat(invocations).hasValue(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"unauthorized", "Unauthorized!", "database down"})
    void any_other_failure_of_the_authorizer_answers_500(String message) throws Exception {
        try (var gateway = authorizedBy(Handlers.throwing(message))) {
            var response = gateway.get("/tasks/7", "Authorization", "Bearer a");

            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(response.body()).isEqualTo("{\"message\":null}");
            assertThat(response.headers().firstValue("x-amzn-ErrorType")).hasValue("AuthorizerFailureException");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "{}",
                "{\"principalId\": \"ann\"}",
                "{\"policyDocument\": {\"Statement\": []}}",
                "{\"principalId\": \"ann\", \"policyDocument\": {\"Statement\": [{\"Effect\": \"allow\"}]}}",
                "{\"principalId\": \"ann\", \"policyDocument\": {\"Statement\": []}, \"context\": {\"a\": [1]}}"
            })
    void an_invalid_authorizer_response_answers_500(String json) throws Exception {
        try (var gateway = authorizedBy(Handlers.returning(json))) {
            var response = gateway.get("/tasks/7", "Authorization", "Bearer a");

            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(response.headers().firstValue("x-amzn-ErrorType")).hasValue("AuthorizerConfigurationException");
        }
    }

    @Test
    void gateways_do_not_share_their_caches() throws Exception {
        try (var one = authorizedBy(Handlers.returning(Handlers.policy("Allow", ANYTHING)));
                var two = authorizedBy(Handlers.returning(Handlers.policy("Deny", ANYTHING)))) {
            assertThat(one.get("/tasks/7", "Authorization", "Bearer a").statusCode())
                    .isEqualTo(200);
            assertThat(two.get("/tasks/7", "Authorization", "Bearer a").statusCode())
                    .isEqualTo(403);
            assertThat(one.get("/tasks/7", "Authorization", "Bearer a").statusCode())
                    .isEqualTo(200);
        }
    }

    private TestGateway authorizedBy(RequestStreamHandler guard) throws IOException {
        return TestGateway.start(
                folder, TEMPLATE, Map.of("guard", Handlers.counting(invocations, guard), "echo", Handlers.echo()));
    }
}
