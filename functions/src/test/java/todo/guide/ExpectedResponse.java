package todo.guide;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A response as documented: a status line, some headers, an empty line, and a body. `…` stands for any text.
record ExpectedResponse(String head, String body) {
    private static final Pattern PART = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|…|\\s+|[^\"…\\s]+");

    static ExpectedResponse of(String text) {
        var parts = text.strip().split("\n\n", 2);
        return new ExpectedResponse(parts[0], parts.length > 1 ? parts[1] : "");
    }

    /// Returns the documented head lines that a response lacks.
    String missing(String sent) {
        return head.lines()
                .filter(line -> sent.lines().noneMatch(other -> other.strip().matches(pattern(line, ".*"))))
                .collect(Collectors.joining("\n"));
    }

    /// Returns the pattern that a compact body must match.
    Pattern bodyPattern() {
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
