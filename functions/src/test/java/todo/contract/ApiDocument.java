package todo.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// A node of openapi.yaml. References are followed, so `pointer` is the JSON pointer of the resolved node.
public record ApiDocument(JsonNode root, JsonPointer pointer) {
    private static final Path FILE = Path.of("functions/src/main/resources/openapi.yaml");

    public static ApiDocument read() {
        try {
            return parsed(Files.readString(FILE));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    static ApiDocument parsed(String yaml) {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);
        options.setAllowDuplicateKeys(false);
        Object tree = new Yaml(new SafeConstructor(options)).load(yaml);
        return new ApiDocument(new ObjectMapper().valueToTree(tree), JsonPointer.empty());
    }

    public JsonNode json() {
        return root.at(pointer);
    }

    public boolean exists() {
        return !json().isMissingNode();
    }

    public ApiDocument at(String... names) {
        var node = this;
        for (var name : names) {
            node = node.member(name);
        }
        return node;
    }

    private ApiDocument member(String name) {
        return new ApiDocument(root, pointer.appendProperty(name)).resolved();
    }

    public Stream<ApiDocument> elements() {
        return IntStream.range(0, json().size())
                .mapToObj(index -> new ApiDocument(root, pointer.appendIndex(index)).resolved());
    }

    /// Returns the members of this node by name.
    public Map<String, ApiDocument> members() {
        var members = new LinkedHashMap<String, ApiDocument>();
        json().fieldNames().forEachRemaining(name -> members.put(name, at(name)));
        return members;
    }

    public String text(String member) {
        return json().path(member).asText();
    }

    private ApiDocument resolved() {
        var reference = json().path("$ref").asText();
        return reference.isEmpty() ? this : new ApiDocument(root, JsonPointer.compile(reference.substring(1)));
    }
}
