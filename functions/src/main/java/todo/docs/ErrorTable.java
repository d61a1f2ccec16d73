package todo.docs;

import static java.util.stream.Collectors.joining;

import java.util.regex.Pattern;

/// The API description's table of errors as HTML. Each error's row has the id to which the `type` of its
/// problem links.
final class ErrorTable {
    private static final Pattern ROW = Pattern.compile("\\| (\\d+) \\| `([A-Z_]+)` \\| (.+) \\| (.+) \\|");

    private ErrorTable() {}

    static String html() {
        return ROW.matcher(ApiDescription.yaml())
                .results()
                .map(row ->
                        "<tr id=\"errors/%2$s\"><td>%1$s</td><td><code>%2$s</code></td><td>%3$s</td><td>%4$s</td></tr>"
                                .formatted(row.group(1), row.group(2), html(row.group(3)), html(row.group(4))))
                .collect(joining("\n"));
    }

    private static String html(String markdown) {
        return markdown.replace("&", "&amp;").replace("<", "&lt;").replaceAll("`([^`]+)`", "<code>$1</code>");
    }
}
