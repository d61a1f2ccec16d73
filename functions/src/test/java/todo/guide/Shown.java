package todo.guide;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// An answer as a document shows it: a status line, some headers, an empty line, and a body. `…` is whatever
/// comes there.
record Shown(String head, String body) {
    private static final Pattern PART = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|…|\\s+|[^\"…\\s]+");

    static Shown of(String text) {
        var parts = text.strip().split("\n\n", 2);
        return new Shown(parts[0], parts.length > 1 ? parts[1] : "");
    }

    /// The lines of the head that an answer lacks.
    String missing(String sent) {
        return head.lines()
                .filter(line -> sent.lines().noneMatch(other -> other.strip().matches(pattern(line, ".*"))))
                .collect(Collectors.joining("\n"));
    }

    /// What a body must match once it is without the space between its parts.
    Pattern expected() {
        return Pattern.compile(PART.matcher(body)
                .results()
                .map(part -> part.group().isBlank() ? "" : pattern(part.group(), wildcard(part.group())))
                .collect(Collectors.joining()));
    }

    static String compact(String json) {
        return PART.matcher(json)
                .results()
                .map(part -> part.group().isBlank() ? "" : part.group())
                .collect(Collectors.joining());
    }

    private static String wildcard(String part) {
        return part.equals("…") ? ".*" : "[^\"]*";
    }

    private static String pattern(String text, String wildcard) {
        return Pattern.quote(text).replace("…", "\\E" + wildcard + "\\Q");
    }
}
