package todo.local.gateway.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import todo.local.gateway.template.Template;

/// Evaluates each expression as the `Handler` property of a function.
final class IntrinsicFunctionsTest {
    private static final String TEMPLATE = """
            Parameters:
              Stage: {Type: String, Default: try}
              Origin: {Type: String}
              Origins: {Type: CommaDelimitedList, Default: 'a, b'}
            Mappings:
              Sizes: {try: {memory: "512"}}
            Conditions:
              IsTry: !Equals [!Ref Stage, try]
              IsOther: !Not [!Condition IsTry]
              Both: !And [!Condition IsTry, !Equals ['1', 1]]
              Either: !Or [!Condition IsOther, !Equals [!Ref Origin, 'http://here']]
            Resources:
              Table: {Type: AWS::DynamoDB::Table}
              Work:
                Type: AWS::Serverless::Function
                Properties: {Handler: EXPRESSION}
            """;

    private final Path folder;

    IntrinsicFunctionsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "!Ref Stage | try",
                "{Ref: Stage} | try",
                "!Ref Table | Table",
                "!Ref AWS::Region | us-east-1",
                "!Ref Work.Alias | arn:aws:lambda:us-east-1:123456789012:function:Work:live",
                "!GetAtt Work.Arn | arn:aws:lambda:us-east-1:123456789012:function:Work",
                "{'Fn::GetAtt': [Work, Arn]} | arn:aws:lambda:us-east-1:123456789012:function:Work",
                "!GetAtt Table.Stream.Arn | Table.Stream.Arn",
                "!Sub '${Stage}-${AWS::AccountId}-${Work.Arn}' | try-123456789012-arn:aws:lambda:us-east-1:123456789012:function:Work",
                "!Sub ['${Own} ${Stage} ${!Stage}', {Own: !Ref Origin}] | http://here try ${Stage}",
                "{'Fn::Sub': '${Stage}$1'} | try$1",
                "!Join ['-', [a, !Ref Stage]] | a-try",
                "!Join [',', !Ref Origins] | a,b",
                "!Select [1, !Split [':', 'a:b:c']] | b",
                "!FindInMap [Sizes, !Ref Stage, memory] | 512",
                "!If [IsTry, yes-it-is, other] | yes-it-is",
                "!If [IsOther, yes-it-is, !Sub '${Stage}!'] | try!",
                "!If [Both, both, other] | both",
                "!If [Either, either, other] | either"
            })
    void intrinsic_functions_are_evaluated(String expression, String value) throws IOException {
        assertThat(handler(expression)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "!Cidr [a, b] | Work: The intrinsic function Fn::Cidr is not supported",
                "!Ref Nobody | Work: There is no resource Nobody",
                "!GetAtt Nobody.Arn | Work: There is no resource Nobody",
                "!Sub '${Nobody.Arn}' | Work: There is no resource Nobody",
                "!Ref AWS::Moon | Work: Unknown pseudo parameter AWS::Moon",
                "!If [Nobody, a, b] | Work: There is no condition Nobody",
                "!FindInMap [Sizes, other, memory] | Work: The mappings have no value at"
            })
    void an_error_names_its_resource(String expression, String message) {
        assertThatThrownBy(() -> handler(expression))
                .isInstanceOf(TemplateException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void a_parameter_without_a_value_fails_only_where_it_is_used() throws IOException {
        assertThat(read("!Ref Stage", Map.of()).functions()).containsOnlyKeys("Work");
        assertThatThrownBy(() -> read("!Ref Origin", Map.of()))
                .hasMessageContaining("Origin has neither a value nor a default");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Orgin", "stage"})
    void a_value_for_an_undeclared_parameter_is_rejected(String name) {
        assertThatThrownBy(() -> read("x", Map.of(name, "x"))).hasMessageContaining("no parameter " + name);
    }

    private String handler(String expression) throws IOException {
        var functions = read(expression, Map.of("Origin", "http://here")).functions();
        return Objects.requireNonNull(functions.get("Work")).handler();
    }

    private Template read(String expression, Map<String, String> parameters) throws IOException {
        var file = folder.resolve("template.yaml");
        return Template.read(Files.writeString(file, TEMPLATE.replace("EXPRESSION", expression)), parameters);
    }
}
