package todo.docs;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The public documents by path. Each is built at its first request and cached.
final class Documents {
    private static final String PAGE = "text/html; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("openapi.yaml", "application/yaml"),
            Map.entry("openapi.json", "application/json"),
            Map.entry("docs", PAGE),
            Map.entry("docs/docs.css", STYLE),
            Map.entry("docs/docs.js", SCRIPT),
            Map.entry("docs/sign-in.js", SCRIPT),
            Map.entry("docs/swagger-ui.css", STYLE),
            Map.entry("docs/swagger-ui-bundle.js", SCRIPT),
            Map.entry("redoc", PAGE),
            Map.entry("docs/redoc.js", SCRIPT),
            Map.entry("docs/redoc.standalone.js", SCRIPT));

    private final Map<String, Document> documents = new ConcurrentHashMap<>();

    Optional<Document> find(String path) {
        return Optional.ofNullable(TYPES.get(path))
                .map(type -> documents.computeIfAbsent(path, _ -> document(path, type)));
    }

    private static Document document(String path, String type) {
        return switch (path) {
            case "openapi.yaml" -> Document.of(type, ApiDescription.yaml());
            case "openapi.json" -> new Document(type, Document.tag(ApiDescription.yaml()), ApiDescription.tree());
            case "docs" -> Document.of(type, Resources.text("docs.html").replace("<!-- errors -->", ErrorTable.html()));
            case "redoc" -> Document.of(type, Resources.text("redoc.html"));
            default -> Document.of(type, Resources.text(path.replace("docs/", "")));
        };
    }
}
