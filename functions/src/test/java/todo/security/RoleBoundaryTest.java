package todo.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import todo.SamTemplate;

/// The limit of the functions' roles in `.github/deploy-role.yaml`. What it leaves out, no policy of a function
/// can allow.
final class RoleBoundaryTest {
    private static final String ACCOUNT = "${AWS::Region}:${AWS::AccountId}:";

    private final JsonNode boundary =
            SamTemplate.read(Path.of(".github/deploy-role.yaml")).at("/Resources/Boundary/Properties/PolicyDocument");
    private final JsonNode template = SamTemplate.read(Path.of("template.yaml"));

    RoleBoundaryTest() throws IOException {}

    @Test
    void it_allows_exactly_the_secrets_that_functions_read() {
        assertThat(resources("secretsmanager:GetSecretValue"))
                .containsExactlyInAnyOrderElementsOf(Set.copyOf(template.findValuesAsText("SecretArn")));
    }

    @Test
    void it_allows_the_queues_of_its_stage() {
        assertThat(resources("sqs:SendMessage"))
                .containsExactly("arn:${AWS::Partition}:sqs:" + ACCOUNT + "todo-${Stage}-*");
    }

    @Test
    void functions_can_write_the_logs_of_their_stage_and_neither_read_nor_delete_any() {
        assertThat(actions())
                .filteredOn(action -> action.startsWith("logs:"))
                .containsExactlyInAnyOrder("logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents");
        assertThat(resources("logs:PutLogEvents"))
                .isNotEmpty()
                .allMatch(resource -> resource.contains("/${Stage}/") || resource.contains("todo-${Stage}-"));
    }

    private Stream<String> resources(String action) {
        return statements()
                .filter(statement -> texts(statement.path("Action")).anyMatch(action::equals))
                .flatMap(statement -> texts(statement.path("Resource")));
    }

    private Stream<String> actions() {
        return statements().flatMap(statement -> texts(statement.path("Action")));
    }

    private Stream<JsonNode> statements() {
        return boundary.path("Statement").valueStream();
    }

    private static Stream<String> texts(JsonNode oneOrMany) {
        return oneOrMany.isTextual()
                ? Stream.of(oneOrMany.asText())
                : oneOrMany.valueStream().map(JsonNode::asText);
    }
}
