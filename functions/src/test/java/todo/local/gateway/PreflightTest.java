package todo.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PreflightTest {
    private static final String TEMPLATE = """
            Resources:
              Api:
                Type: AWS::Serverless::Api
                Properties:
                  StageName: try
                  Cors: CORS
                  Auth:
                    DefaultAuthorizer: Token
                    AddDefaultAuthorizerToCorsPreflight: GUARDED
                    Authorizers: {Token: {FunctionArn: !GetAtt Guard.Arn}}
              Guard: {Type: AWS::Serverless::Function, Properties: {Handler: guard}}
              Echo:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: echo
                  Events:
                    List: {Type: Api, Properties: {Path: /tasks, Method: get}}
                    Add: {Type: Api, Properties: {Path: /tasks, Method: post}}
                    Own: {Type: Api, Properties: {Path: /own, Method: options, Auth: {Authorizer: NONE}}}
            """;

    private final Path folder;

    PreflightTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void every_path_has_one_without_function_or_authorizer() throws Exception {
        var cors =
                "{AllowOrigin: \"'http://here'\", AllowHeaders: \"'Authorization'\", AllowMethods: \"'GET'\", AllowCredentials: true, MaxAge: \"'600'\"}";
        try (var served = served(cors, false)) {
            var answer = served.send("OPTIONS", "/tasks", "");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{}\n");
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .hasValue("http://here");
            assertThat(answer.headers().firstValue("Access-Control-Allow-Headers"))
                    .hasValue("Authorization");
            assertThat(answer.headers().firstValue("Access-Control-Allow-Methods"))
                    .hasValue("GET");
            assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                    .hasValue("true");
            assertThat(answer.headers().firstValue("Access-Control-Max-Age")).hasValue("600");
        }
    }

    @Test
    void methods_that_are_not_listed_are_those_of_the_path() throws Exception {
        try (var served = served("\"'*'\"", false)) {
            var answer = served.send("OPTIONS", "/tasks", "");

            assertThat(answer.headers().firstValue("Access-Control-Allow-Methods"))
                    .hasValue("GET,OPTIONS,POST");
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .hasValue("*");
            assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                    .isEmpty();
        }
    }

    @Test
    void a_function_of_ones_own_goes_first() throws Exception {
        try (var served = served("\"'*'\"", false)) {
            assertThat(TestGateway.json(served.send("OPTIONS", "/own", ""))
                            .path("resource")
                            .asText())
                    .isEqualTo("/own");
        }
    }

    @Test
    void the_authorizer_guards_them_unless_told_otherwise() throws Exception {
        try (var served = served("\"'*'\"", true)) {
            assertThat(served.send("OPTIONS", "/tasks", "").statusCode()).isEqualTo(401);
        }
    }

    private TestGateway served(String cors, boolean guarded) throws IOException {
        var handlers = Map.of("guard", Handlers.failing("Unauthorized"), "echo", Handlers.echo());
        return TestGateway.of(
                folder, TEMPLATE.replace("CORS", cors).replace("GUARDED", Boolean.toString(guarded)), handlers);
    }
}
