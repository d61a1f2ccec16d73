package todo.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// An operation as openapi.yaml describes it. `path` is a template, such as `/api/v1/users/{user_id}`.
public record Operation(String method, String path, Document item, Document here) {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    public static List<Operation> allOf(Document document) {
        return document.at("paths").json().properties().stream()
                .flatMap(path -> of(path.getKey(), document.at("paths", path.getKey())))
                .toList();
    }

    private static Stream<Operation> of(String path, Document item) {
        return item.json().properties().stream()
                .map(Map.Entry::getKey)
                .filter(method -> !method.equals("parameters"))
                .map(method -> new Operation(method.toUpperCase(Locale.ROOT), path, item, item.at(method)));
    }

    public String id() {
        return here.json().path("operationId").asText();
    }

    public String route() {
        return method + " " + path;
    }

    public boolean isForAnyone() {
        return here.json().path("security").isArray();
    }

    public boolean isForAdmins() {
        return here.json().path("tags").toString().contains("Administration");
    }

    /// On a route of earlier clients, and on a canonical one too.
    public boolean isElsewhere() {
        return here.json().path("tags").toString().contains("Further");
    }

    /// The values of the path's variables, as they were sent, if the path is this operation's.
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

    /// Those of one place: `path`, `query` or `header`.
    List<Document> parameters(String place) {
        return Stream.of(item, here)
                .flatMap(holder -> holder.at("parameters").elements())
                .filter(parameter -> parameter.text("in").equals(place))
                .toList();
    }

    /// The statuses of the errors that it is said to answer.
    Stream<Integer> errors() {
        return here.at("responses").json().properties().stream()
                .map(answer -> Integer.parseInt(answer.getKey()))
                .filter(status -> status >= 400);
    }

    public Document answer(int status) {
        return here.at("responses", Integer.toString(status));
    }

    @Override
    public String toString() {
        return id();
    }
}
