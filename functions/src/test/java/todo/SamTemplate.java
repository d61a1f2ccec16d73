package todo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// The SAM template as plain YAML: intrinsic functions such as `!Sub x` are replaced by their argument, here
/// `x`.
public final class SamTemplate extends SafeConstructor {
    private SamTemplate(LoaderOptions options) {
        super(options);
        yamlMultiConstructors.put("!", new Argument());
    }

    public static JsonNode read(Path file) throws IOException {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(200); // the template is trusted
        Object tree = new Yaml(new SamTemplate(options)).load(Files.readString(file));
        return new ObjectMapper().valueToTree(tree);
    }

    private final class Argument extends AbstractConstruct {
        @Override
        public Object construct(Node node) {
            return switch (node) {
                case MappingNode mapping -> constructMapping(mapping);
                case SequenceNode sequence -> constructSequence(sequence);
                case ScalarNode scalar -> scalar.getValue();
                default -> throw new IllegalArgumentException(node.toString());
            };
        }
    }
}
