package todo.local.gateway.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import todo.local.gateway.cloudformation.TemplateException;

final class SamTemplateTest {
    private final Path folder;

    SamTemplateTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void globals_apply_to_properties_that_a_function_lacks() throws IOException {
        var functions = read("""
                Globals: {Function: {Timeout: 20, MemorySize: 512}}
                Resources:
                  A: {Type: AWS::Serverless::Function, Properties: {Handler: a.A}}
                  B: {Type: AWS::Serverless::Function, Properties: {Handler: b.B, Timeout: 5, MemorySize: !Ref AWS::NoValue}}
                """).functions();

        assertThat(functions)
                .containsEntry("A", new LambdaFunction("A", "a.A", Duration.ofSeconds(20), 512))
                .containsEntry("B", new LambdaFunction("B", "b.B", Duration.ofSeconds(5), 128));
    }

    @Test
    void globals_and_properties_of_the_api_are_merged() throws IOException {
        var template = read("""
                Globals:
                  Api: {Auth: {DefaultAuthorizer: Token}, BinaryMediaTypes: [a/b], Cors: "'*'"}
                Resources:
                  Api:
                    Type: AWS::Serverless::Api
                    Properties:
                      StageName: try
                      BinaryMediaTypes: [c~1d]
                      Auth: {Authorizers: {Token: {FunctionArn: !GetAtt Work.Arn, Identity: {Header: X-Key}}}}
                  Work:
                    Type: AWS::Serverless::Function
                    Properties: {Handler: a.A, Events: {One: {Type: Api, Properties: {Path: /a, Method: get}}}}
                """);

        assertThat(template.api().binaryTypes()).containsExactly("a/b", "c/d");
        assertThat(template.routes()).extracting(Route::method).containsExactly("GET", "OPTIONS");
        assertThat(template.routes())
                .extracting(Route::authorizer)
                .doesNotContainNull()
                .allSatisfy(each -> {
                    assertThat(each.function()).isEqualTo("Work");
                    assertThat(each.headers()).containsExactly("X-Key");
                    assertThat(each.ttl()).isEqualTo(Duration.ofMinutes(5));
                });
    }

    @Test
    void a_resource_with_a_false_condition_is_ignored() throws IOException {
        var template = read("""
                Conditions: {Never: !Equals [a, b], Always: !Equals [a, a]}
                Resources:
                  A: {Type: AWS::Serverless::Function, Condition: Never, Properties: {Handler: !Cidr a}}
                  B: {Type: AWS::Serverless::Function, Condition: Always, Properties: {Handler: b.B}}
                """);

        assertThat(template.functions()).containsOnlyKeys("B");
    }

    @Test
    void a_template_without_an_api_has_the_implicit_one_of_sam() throws IOException {
        var api = read("Resources: {A: {Type: AWS::Serverless::Function, Properties: {Handler: a.A}}}")
                .api();

        assertThat(api.id()).isEqualTo("ServerlessRestApi");
        assertThat(api.stage()).isEqualTo("Prod");
    }

    @Test
    void other_event_types_create_no_routes() throws IOException {
        var template = read("""
                Resources:
                  A:
                    Type: AWS::Serverless::Function
                    Properties: {Handler: a.A, Events: {Nightly: {Type: Schedule, Properties: {Schedule: rate(1 day)}}}}
                """);

        assertThat(template.routes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Auth: {DefaultAuthorizer: Nobody} | There is no authorizer Nobody",
                "Auth: {DefaultAuthorizer: A, Authorizers: {A: {FunctionArn: arn:aws:lambda:x:1:function:Elsewhere}}} | is not a function of this template: Elsewhere",
                "Auth: {Authorizers: {A: {FunctionArn: nothing}}} | The authorizer A does not refer to a function",
                "GatewayResponses: {TEAPOT: {StatusCode: 418}} | There is no gateway response type TEAPOT",
                "GatewayResponses: {THROTTLED: {ResponseParameters: {Headers: {A: bare}}}} | A has the invalid value bare",
                "Cors: {AllowOrigin: x, AllowCredentials: !Equals [a, a]} | AllowCredentials must be true or false"
            })
    void an_invalid_api_property_is_named_in_the_error(String properties, String message) {
        assertThatThrownBy(() -> read("""
                Resources:
                  Api: {Type: AWS::Serverless::Api, Properties: {StageName: try, %s}}
                  Work:
                    Type: AWS::Serverless::Function
                    Properties: {Handler: a.A, Events: {One: {Type: Api, Properties: {Path: /a, Method: get}}}}
                """.formatted(properties)))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining(message);
    }

    @Test
    void two_apis_or_a_function_without_handler_are_rejected() {
        assertThatThrownBy(() -> read("Resources: {A: {Type: AWS::Serverless::Api}, B: {Type: AWS::Serverless::Api}}"))
                .hasMessageContaining("A, B");
        assertThatThrownBy(() -> read("Resources: {A: {Type: AWS::Serverless::Function}}"))
                .hasMessageContaining("A: a function needs a Handler");
    }

    private Template read(String yaml) throws IOException {
        return Template.read(Files.writeString(folder.resolve("template.yaml"), yaml), Map.of());
    }
}
