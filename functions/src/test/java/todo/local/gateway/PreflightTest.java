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
                    AddDefaultAuthorizerToCorsPreflight: AUTHORIZED
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
    void a_preflight_is_answered_without_function_or_authorizer() throws Exception {
        var cors =
                "{AllowOrigin: \"'http://here'\", AllowHeaders: \"'Authorization'\", AllowMethods: \"'GET'\", AllowCredentials: true, MaxAge: \"'600'\"}";
        try (var gateway = start(cors, false)) {
            var response = gateway.send("OPTIONS", "/tasks", "");

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEqualTo("{}\n");
            assertThat(response.headers().firstValue("Access-Control-Allow-Origin"))
                    .hasValue("http://here");
            assertThat(response.headers().firstValue("Access-Control-Allow-Headers"))
                    .hasValue("Authorization");
            assertThat(response.headers().firstValue("Access-Control-Allow-Methods"))
                    .hasValue("GET");
            assertThat(response.headers().firstValue("Access-Control-Allow-Credentials"))
                    .hasValue("true");
            assertThat(response.headers().firstValue("Access-Control-Max-Age")).hasValue("600");
        }
    }

    @Test
    void the_allowed_methods_default_to_those_of_the_path() throws Exception {
        try (var gateway = start("\"'*'\"", false)) {
            var response = gateway.send("OPTIONS", "/tasks", "");

            assertThat(response.headers().firstValue("Access-Control-Allow-Methods"))
                    .hasValue("GET,OPTIONS,POST");
            assertThat(response.headers().firstValue("Access-Control-Allow-Origin"))
                    .hasValue("*");
            assertThat(response.headers().firstValue("Access-Control-Allow-Credentials"))
                    .isEmpty();
        }
    }

    @Test
    void an_options_route_of_the_template_replaces_the_preflight() throws Exception {
        try (var gateway = start("\"'*'\"", false)) {
            assertThat(TestGateway.json(gateway.send("OPTIONS", "/own", ""))
                            .path("resource")
                            .asText())
                    .isEqualTo("/own");
        }
    }

    @Test
    void the_default_authorizer_applies_to_preflights_unless_disabled() throws Exception {
        try (var gateway = start("\"'*'\"", true)) {
            assertThat(gateway.send("OPTIONS", "/tasks", "").statusCode()).isEqualTo(401);
        }
    }

    private TestGateway start(String cors, boolean authorized) throws IOException {
        var handlers = Map.of("guard", Handlers.throwing("Unauthorized"), "echo", Handlers.echo());
        return TestGateway.start(
                folder, TEMPLATE.replace("CORS", cors).replace("AUTHORIZED", Boolean.toString(authorized)), handlers);
    }
}
