package todo.docs;

import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The OpenAPI description, as YAML and as a tree.
final class ApiDescription {
    private ApiDescription() {}

    static String yaml() {
        return Resources.text("/openapi.yaml");
    }

    /// Returns the tree without the anchors' definitions, which only YAML needs.
    static Map<String, Object> tree() {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);
        Map<String, Object> tree = new Yaml(new SafeConstructor(options)).load(yaml());
        tree.remove("x-shared");
        return tree;
    }
}
