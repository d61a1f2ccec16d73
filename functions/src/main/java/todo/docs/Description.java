package todo.docs;

import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The API's description, as it was written and as what it says.
final class Description {
    private Description() {}

    static String yaml() {
        return Resources.text("/openapi.yaml");
    }

    /// Without what YAML alone needs, to write it once.
    static Map<String, Object> tree() {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);
        Map<String, Object> tree = new Yaml(new SafeConstructor(options)).load(yaml());
        tree.remove("x-shared");
        return tree;
    }
}
