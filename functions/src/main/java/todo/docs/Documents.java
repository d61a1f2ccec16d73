package todo.docs;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What there is to read, by its path. Each is made when it is first asked for, and kept.
final class Documents {
    private static final String PAGE = "text/html; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";

    private static final Map<String, String> TYPES = Map.of(
            "openapi.yaml", "application/yaml",
            "openapi.json", "application/json",
            "docs", PAGE,
            "docs/docs.css", STYLE,
            "docs/docs.js", SCRIPT,
            "docs/swagger-ui.css", STYLE,
            "docs/swagger-ui-bundle.js", SCRIPT,
            "redoc", PAGE,
            "docs/redoc.js", SCRIPT,
            "docs/redoc.standalone.js", SCRIPT);

    private final Map<String, Document> made = new ConcurrentHashMap<>();

    Optional<Document> find(String path) {
        return Optional.ofNullable(TYPES.get(path)).map(type -> made.computeIfAbsent(path, _ -> document(path, type)));
    }

    private static Document document(String path, String type) {
        return switch (path) {
            case "openapi.yaml" -> Document.of(type, Description.yaml());
            case "openapi.json" -> new Document(type, Document.tag(Description.yaml()), Description.tree());
            case "docs" -> Document.of(type, Resources.text("docs.html").replace("<!-- errors -->", ErrorTable.html()));
            case "redoc" -> Document.of(type, Resources.text("redoc.html"));
            default -> Document.of(type, Resources.text(path.replace("docs/", "")));
        };
    }
}
