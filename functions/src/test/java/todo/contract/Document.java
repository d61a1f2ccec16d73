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

/// A part of openapi.yaml, and where it is: `pointer` is a JSON pointer, which goes on where a reference leads.
public record Document(JsonNode root, JsonPointer pointer) {
    private static final Path FILE = Path.of("functions/src/main/resources/openapi.yaml");

    public static Document read() {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);
        options.setAllowDuplicateKeys(false);
        try {
            Object tree = new Yaml(new SafeConstructor(options)).load(Files.readString(FILE));
            return new Document(new ObjectMapper().valueToTree(tree), JsonPointer.empty());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    public JsonNode json() {
        return root.at(pointer);
    }

    public boolean exists() {
        return !json().isMissingNode();
    }

    public Document at(String... names) {
        var place = this;
        for (var name : names) {
            place = place.member(name);
        }
        return place;
    }

    private Document member(String name) {
        return new Document(root, pointer.appendProperty(name)).resolved();
    }

    public Stream<Document> elements() {
        return IntStream.range(0, json().size())
                .mapToObj(index -> new Document(root, pointer.appendIndex(index)).resolved());
    }

    /// What has a name here, by its name.
    public Map<String, Document> members() {
        var members = new LinkedHashMap<String, Document>();
        json().fieldNames().forEachRemaining(name -> members.put(name, at(name)));
        return members;
    }

    public String text(String member) {
        return json().path(member).asText();
    }

    private Document resolved() {
        var reference = json().path("$ref").asText();
        return reference.isEmpty() ? this : new Document(root, JsonPointer.compile(reference.substring(1)));
    }
}
