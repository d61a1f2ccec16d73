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
                      Forgetful:
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
                    Forgotten: {Type: Api, Properties: {Path: /forgotten, Method: get, Auth: {Authorizer: Forgetful}}}
                    Whole: {Type: Api, Properties: {Path: /whole, Method: get, Auth: {Authorizer: Whole}}}
            """;
    private static final String ANYTHING = "arn:aws:execute-api:*:*:Api/try/*/*";

    private final AtomicInteger asked = new AtomicInteger();
    private final Path folder;

    LambdaAuthorizerTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void nobody_is_asked_about_an_open_route() throws Exception {
        try (var served = guardedBy(Handlers.failing("broken"))) {
            assertThat(served.get("/open").statusCode()).isEqualTo(200);
            assertThat(asked).hasValue(0);
        }
    }

    @Test
    void without_the_header_or_with_a_malformed_one_nobody_is_asked_either() throws Exception {
        try (var served = guardedBy(Handlers.failing("broken"))) {
            var answer = served.get("/tasks/7");

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
            assertThat(served.get("/tasks/7", "Authorization", "Basic a").statusCode())
                    .isEqualTo(401);
            assertThat(asked).hasValue(0);
        }
    }

    @Test
    void what_the_authorizer_says_of_the_caller_reaches_the_function_as_strings() throws Exception {
        try (var served = guardedBy(Handlers.answering(Handlers.policy("Allow", ANYTHING)))) {
            var event = TestGateway.json(served.get("/tasks/7", "Authorization", "Bearer a"));

            assertThat(event.at("/requestContext/authorizer").toString())
                    .isEqualTo("{\"role\":\"admin\",\"level\":\"3\",\"quick\":\"true\",\"principalId\":\"ann\"}");
        }
    }

    @Test
    void the_authorizer_gets_the_raw_header_and_the_method_arn() throws Exception {
        RequestStreamHandler guard = (event, answer, context) -> {
            var asked = TestGateway.json(new String(event.readAllBytes(), StandardCharsets.UTF_8));
            assertThat(asked.path("type").asText()).isEqualTo("TOKEN");
            assertThat(asked.path("authorizationToken").asText()).isEqualTo("Bearer a b");
            assertThat(asked.path("methodArn").asText())
                    .isEqualTo("arn:aws:execute-api:us-east-1:123456789012:Api/try/PUT/tasks/7");
            Handlers.answering(Handlers.policy("Allow", ANYTHING)).handleRequest(event, answer, context);
        };
        try (var served = guardedBy(guard)) {
            assertThat(served.send("PUT", "/try/tasks/7", "", "Authorization", "Bearer a b")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void an_authorizer_of_requests_gets_the_whole_request() throws Exception {
        RequestStreamHandler guard = (event, answer, context) -> {
            var asked = TestGateway.json(new String(event.readAllBytes(), StandardCharsets.UTF_8));
            assertThat(asked.path("type").asText()).isEqualTo("REQUEST");
            assertThat(asked.at("/headers/X-Key").asText()).isEqualTo("k");
            assertThat(asked.at("/queryStringParameters/a").asText()).isEqualTo("1");
            Handlers.answering(Handlers.policy("Allow", ANYTHING)).handleRequest(event, answer, context);
        };
        try (var served = guardedBy(guard)) {
            assertThat(served.get("/whole?a=1", "X-Key", "k").statusCode()).isEqualTo(200);
            assertThat(served.get("/whole?a=1").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void an_answer_is_kept_for_the_same_header_and_no_other() throws Exception {
        try (var served = guardedBy(Handlers.answering(Handlers.policy("Allow", ANYTHING)))) {
            served.get("/tasks/7", "Authorization", "Bearer a");
            served.send("PUT", "/tasks/8", "", "Authorization", "Bearer a");
            assertThat(asked).hasValue(1);

            served.get("/tasks/7", "Authorization", "Bearer  a");
            assertThat(asked).hasValue(2);
        }
    }

    @Test
    void a_kept_policy_for_one_method_breaks_the_next_route() throws Exception {
        try (var served = guardedBy(
                Handlers.answering(Handlers.policy("Allow", "arn:aws:execute-api:*:*:Api/try/GET/tasks/7")))) {
            assertThat(served.get("/tasks/7", "Authorization", "Bearer a").statusCode())
                    .isEqualTo(200);
            assertThat(served.get("/tasks/8", "Authorization", "Bearer a").statusCode())
                    .isEqualTo(403);
            assertThat(asked).hasValue(1);
        }
    }

    @Test
    void with_no_time_to_keep_it_every_request_asks() throws Exception {
        try (var served = guardedBy(Handlers.answering(Handlers.policy("Allow", ANYTHING)))) {
            served.get("/forgotten", "Authorization", "Bearer a");
            served.get("/forgotten", "Authorization", "Bearer a");
            assertThat(asked).hasValue(2);
        }
    }

    @Test
    void a_denial_is_forbidden_and_kept() throws Exception {
        try (var served = guardedBy(Handlers.answering(Handlers.policy("Deny", ANYTHING)))) {
            var answer = served.get("/tasks/7", "Authorization", "Bearer a");

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("User is not authorized to access this resource");
            assertThat(served.get("/tasks/7", "Authorization", "Bearer a").statusCode())
                    .isEqualTo(403);
            assertThat(asked).hasValue(1);
        }
    }

    @Test
    void exactly_unauthorized_is_401_and_never_kept() throws Exception {
        try (var served = guardedBy(Handlers.failing("Unauthorized"))) {
            assertThat(served.get("/tasks/7", "Authorization", "Bearer a").statusCode())
                    .isEqualTo(401);
            assertThat(served.get("/tasks/7", "Authorization", "Bearer a").statusCode())
                    .isEqualTo(401);
            assertThat(asked).hasValue(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"unauthorized", "Unauthorized!", "database down"})
    void any_other_failure_is_an_error(String message) throws Exception {
        try (var served = guardedBy(Handlers.failing(message))) {
            var answer = served.get("/tasks/7", "Authorization", "Bearer a");

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).isEqualTo("{\"message\":null}");
            assertThat(answer.headers().firstValue("x-amzn-ErrorType")).hasValue("AuthorizerFailureException");
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
    void an_answer_that_is_no_permit_is_one_too(String json) throws Exception {
        try (var served = guardedBy(Handlers.answering(json))) {
            var answer = served.get("/tasks/7", "Authorization", "Bearer a");

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.headers().firstValue("x-amzn-ErrorType")).hasValue("AuthorizerConfigurationException");
        }
    }

    @Test
    void two_gateways_share_nothing() throws Exception {
        try (var one = guardedBy(Handlers.answering(Handlers.policy("Allow", ANYTHING)));
                var two = guardedBy(Handlers.answering(Handlers.policy("Deny", ANYTHING)))) {
            assertThat(one.get("/tasks/7", "Authorization", "Bearer a").statusCode())
                    .isEqualTo(200);
            assertThat(two.get("/tasks/7", "Authorization", "Bearer a").statusCode())
                    .isEqualTo(403);
            assertThat(one.get("/tasks/7", "Authorization", "Bearer a").statusCode())
                    .isEqualTo(200);
        }
    }

    private TestGateway guardedBy(RequestStreamHandler guard) throws IOException {
        return TestGateway.of(
                folder, TEMPLATE, Map.of("guard", Handlers.counting(asked, guard), "echo", Handlers.echo()));
    }
}
