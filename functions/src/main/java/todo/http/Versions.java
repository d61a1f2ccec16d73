package todo.http;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Entity tags that are versions (RFC 9110, sections 8.8 and 13.1).
public final class Versions {
    /// Possessive, because a list may be long: what can turn back takes a place on the stack for every tag.
    private static final Pattern TAGS = Pattern.compile("\\*|(W/)?\"[^\"\\s]*\"(\\s*,\\s*(W/)?\"[^\"\\s]*\")*+");

    private Versions() {}

    static String tag(int version) {
        return "\"" + version + "\"";
    }

    /// The versions that `If-Match` allows; none given, any will do. A tag that is not ours allows nothing.
    public static Optional<List<Integer>> allowedBy(Call call) {
        return tags(call, "If-Match")
                .filter(tags -> !tags.equals(List.of("*")))
                .map(tags -> tags.stream()
                        .filter(tag -> tag.matches("\"[1-9]\\d{0,8}\""))
                        .map(tag -> Integer.valueOf(tag.substring(1, tag.length() - 1)))
                        .toList());
    }

    /// Whether `If-None-Match` says that the client holds this version.
    public static boolean isHeld(Call call, int version) {
        return isHeld(call, tag(version));
    }

    /// Whether `If-None-Match` names this tag.
    public static boolean isHeld(Call call, String tag) {
        return tags(call, "If-None-Match")
                .filter(tags -> tags.contains("*") || tags.contains(tag) || tags.contains("W/" + tag))
                .isPresent();
    }

    private static Optional<List<String>> tags(Call call, String header) {
        return call.header(header).map(String::strip).map(value -> {
            if (!TAGS.matcher(value).matches()) {
                throw Problem.invalid(
                        header, "INVALID_FORMAT", header + " must be * or entity tags in quotes, such as \"3\"");
            }
            return Arrays.asList(value.split("\\s*,\\s*"));
        });
    }
}
