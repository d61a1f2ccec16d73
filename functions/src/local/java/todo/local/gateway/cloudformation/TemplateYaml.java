package todo.local.gateway.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Parses CloudFormation YAML. Expands the short form of intrinsic functions, such as `!Sub x`, to the long
/// form `{"Fn::Sub": x}`.
public final class TemplateYaml extends SafeConstructor {
    private TemplateYaml(LoaderOptions options) {
        super(options);
        yamlMultiConstructors.put("!", new LongForm());
    }

    /// Parses a file.
    ///
    /// @throws TemplateException if it is no YAML
    public static JsonNode read(Path file) throws IOException {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(200); // the template is trusted
        try (var text = Files.newBufferedReader(file)) {
            Object tree = new org.yaml.snakeyaml.Yaml(new TemplateYaml(options)).load(text);
            return new ObjectMapper().valueToTree(tree);
        } catch (YAMLException | MalformedInputException | IllegalArgumentException invalid) { // the last: a null key
            throw new TemplateException(String.valueOf(invalid.getMessage()));
        }
    }

    private final class LongForm extends AbstractConstruct {
        @Override
        public Object construct(Node node) {
            var name = node.getTag().getValue().substring(1);
            if (name.equals("GetAtt") && node instanceof ScalarNode scalar) {
                return Map.of("Fn::GetAtt", List.of(scalar.getValue().split("\\.", 2)));
            }
            var hasNoPrefix = name.equals("Ref") || name.equals("Condition");
            return Map.of(hasNoPrefix ? name : "Fn::" + name, argument(node));
        }

        private Object argument(Node node) {
            return switch (node) {
                case MappingNode mapping -> constructMapping(mapping);
                case SequenceNode sequence -> constructSequence(sequence);
                default -> constructScalar((ScalarNode) node);
            };
        }
    }
}
