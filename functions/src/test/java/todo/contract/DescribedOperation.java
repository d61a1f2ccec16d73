package todo.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// An operation in openapi.yaml.
///
/// @param path a template, such as `/api/v1/users/{user_id}`
/// @param item the node of the path
/// @param node the node of the operation
public record DescribedOperation(String method, String path, ApiDocument item, ApiDocument node) {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    public static List<DescribedOperation> allOf(ApiDocument document) {
        return document.at("paths").json().properties().stream()
                .flatMap(path -> of(path.getKey(), document.at("paths", path.getKey())))
                .toList();
    }

    private static Stream<DescribedOperation> of(String path, ApiDocument item) {
        return item.json().properties().stream()
                .map(Map.Entry::getKey)
                .filter(method -> !method.equals("parameters"))
                .map(method -> new DescribedOperation(method.toUpperCase(Locale.ROOT), path, item, item.at(method)));
    }

    public String id() {
        return node.json().path("operationId").asText();
    }

    public String route() {
        return method + " " + path;
    }

    public boolean isPublic() {
        return node.json().path("security").isArray();
    }

    public boolean isForAdmins() {
        return node.json().path("tags").toString().contains("Administration");
    }

    /// Whether the route is an alias for earlier clients.
    public boolean isAlias() {
        return node.json().path("tags").toString().contains("Further");
    }

    /// Matches a request path with the operation's path.
    ///
    /// @return the raw values of the path's variables, or nothing if it is another path
    Optional<Map<String, String>> match(String sent) {
        var matcher = Pattern.compile(VARIABLE.matcher(path.replace(".", "\\.")).replaceAll("([^/]+)") + "/*")
                .matcher(sent);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var values = new LinkedHashMap<String, String>();
        VARIABLE.matcher(path).results().forEach(name -> values.put(name.group(1), matcher.group(values.size() + 1)));
        return Optional.of(values);
    }

    /// Returns the parameters in `path`, `query` or `header`.
    List<ApiDocument> parameters(String location) {
        return Stream.of(item, node)
                .flatMap(holder -> holder.at("parameters").elements())
                .filter(parameter -> parameter.text("in").equals(location))
                .toList();
    }

    /// Returns the documented error statuses.
    Stream<Integer> errors() {
        return node.at("responses").json().properties().stream()
                .map(answer -> Integer.parseInt(answer.getKey()))
                .filter(status -> status >= 400);
    }

    public ApiDocument answer(int status) {
        return node.at("responses", Integer.toString(status));
    }

    @Override
    public String toString() {
        return id();
    }
}
