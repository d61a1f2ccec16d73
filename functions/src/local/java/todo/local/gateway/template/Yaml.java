package todo.local.gateway.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// CloudFormation's YAML as a plain tree, in which a short tag such as `!Sub x` has become its long form
/// `{"Fn::Sub": x}`.
final class Yaml extends SafeConstructor {
    private Yaml(LoaderOptions options) {
        super(options);
        yamlMultiConstructors.put("!", new LongForm());
    }

    static JsonNode read(Path file) throws IOException {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(200); // the template is trusted
        try (var text = Files.newBufferedReader(file)) {
            Object tree = new org.yaml.snakeyaml.Yaml(new Yaml(options)).load(text);
            return new ObjectMapper().valueToTree(tree);
        }
    }

    private final class LongForm extends AbstractConstruct {
        @Override
        public Object construct(Node node) {
            var name = node.getTag().getValue().substring(1);
            if (name.equals("GetAtt") && node instanceof ScalarNode scalar) {
                return Map.of("Fn::GetAtt", List.of(scalar.getValue().split("\\.", 2)));
            }
            var isPlain = name.equals("Ref") || name.equals("Condition");
            return Map.of(isPlain ? name : "Fn::" + name, argument(node));
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
