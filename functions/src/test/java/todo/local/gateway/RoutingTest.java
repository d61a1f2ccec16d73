package todo.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RoutingTest {
    private static final String TEMPLATE = """
            Resources:
              Api: {Type: AWS::Serverless::Api, Properties: {StageName: try}}
              Echo:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: echo
                  Events:
                    Root: {Type: Api, Properties: {Path: /, Method: get}}
                    Me: {Type: Api, Properties: {Path: /users/me, Method: get}}
                    User: {Type: Api, Properties: {Path: '/users/{id}', Method: any}}
                    Tasks: {Type: Api, Properties: {Path: '/users/{id}/tasks', Method: GET}}
                    Task: {Type: Api, Properties: {Path: '/users/{id}/tasks/{task_id}', Method: get}}
                    Files: {Type: Api, Properties: {Path: '/files/{path+}', Method: get}}
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

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/users/me, /users/me",
        "/users/you, /users/{id}",
        "/users/me/tasks, /users/{id}/tasks",
        "/users/7/tasks/9, /users/{id}/tasks/{task_id}",
        "/files/a, /files/{path+}",
        "/files/a//b/c, /files/{path+}"
    })
    void the_most_specific_path_matches(String path, String resource) throws Exception {
        assertThat(TestGateway.json(gateway.get(path)).path("resource").asText())
                .isEqualTo(resource);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/users",
                "/users/",
                "/users//tasks",
                "/nothing",
                "/files",
                "/files/",
                "/Users/me",
                "/try2/users/me"
            })
    void an_unknown_path_answers_403_missing_authentication_token(String path) throws Exception {
        var response = gateway.get(path);

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).isEqualTo("{\"message\":\"Missing Authentication Token\"}");
        assertThat(response.headers().firstValue("x-amzn-ErrorType")).hasValue("MissingAuthenticationTokenException");
    }

    @ParameterizedTest
    @CsvSource({"POST, /users/me", "DELETE, /users/7/tasks", "HEAD, /users/7/tasks", "PROPFIND, /users/7"})
    void a_method_that_the_most_specific_path_lacks_answers_403(String method, String path) throws Exception {
        assertThat(gateway.send(method, path, "").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "PATCH", "DELETE", "OPTIONS"})
    void a_route_for_any_matches_every_method(String method) throws Exception {
        assertThat(TestGateway.json(gateway.send(method, "/users/7", ""))
                        .path("httpMethod")
                        .asText())
                .isEqualTo(method);
    }

    @ParameterizedTest
    @CsvSource({
        "/try/users/me, /users/me, /try/users/me",
        "/users/me, /users/me, /users/me",
        "/users/me/, /users/me/, /users/me/",
        "//try//users/me, /users/me, /try//users/me",
        "/try, /, /try"
    })
    void the_stage_is_optional_in_the_url_and_appears_only_in_the_path_of_the_context(
            String sent, String path, String inContext) throws Exception {
        var event = gateway.rawJson("GET " + sent + " HTTP/1.0\r\nHost: here\r\n\r\n");

        assertThat(event.path("path").asText()).isEqualTo(path);
        assertThat(event.path("requestContext").path("path").asText()).isEqualTo(inContext);
    }

    @Test
    void path_variables_stay_percent_encoded() throws Exception {
        var event = TestGateway.json(gateway.get("/users/a%2Fb%20c/tasks/%E2%9C%93"));

        assertThat(event.path("pathParameters").toString())
                .isEqualTo("{\"id\":\"a%2Fb%20c\",\"task_id\":\"%E2%9C%93\"}");
        assertThat(event.path("path").asText()).isEqualTo("/users/a%2Fb%20c/tasks/%E2%9C%93");
    }

    @Test
    void a_greedy_variable_matches_the_rest_without_a_trailing_slash() throws Exception {
        var event = TestGateway.json(gateway.get("/files/a/b//c/"));

        assertThat(event.path("pathParameters").path("path").asText()).isEqualTo("a/b//c");
    }
}
