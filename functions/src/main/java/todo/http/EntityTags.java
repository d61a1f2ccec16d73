package todo.http;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Entity tags and conditional requests (RFC 9110, sections 8.8 and 13.1). A task's tag is its version in
/// quotes.
public final class EntityTags {
    /// Possessive, because backtracking would need a stack frame for each tag of a long list.
    private static final Pattern TAGS = Pattern.compile("\\*|(W/)?\"[^\"\\s]*\"(\\s*,\\s*(W/)?\"[^\"\\s]*\")*+");

    /// A tag may contain commas.
    private static final Pattern TAG = Pattern.compile("\\*|(W/)?\"[^\"\\s]*\"");

    private EntityTags() {}

    static String tag(int version) {
        return "\"" + version + "\"";
    }

    /// Returns the versions in `If-Match`, or empty if the header is absent or `*`. Other tags are ignored, so
    /// the list may be empty.
    ///
    /// @throws Problem `VALIDATION_ERROR` if the header is malformed
    public static Optional<List<Integer>> ifMatch(Call call) {
        return tags(call, "If-Match")
                .filter(tags -> !tags.equals(List.of("*")))
                .map(tags -> tags.stream()
                        .filter(tag -> tag.matches("\"[1-9]\\d{0,8}\""))
                        .map(tag -> Integer.valueOf(tag.substring(1, tag.length() - 1)))
                        .toList());
    }

    /// Whether `If-None-Match` lists this version, which the client then has cached.
    public static boolean ifNoneMatch(Call call, int version) {
        return ifNoneMatch(call, tag(version));
    }

    /// Whether `If-None-Match` lists this tag.
    public static boolean ifNoneMatch(Call call, String tag) {
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
            return TAG.matcher(value).results().map(MatchResult::group).toList();
        });
    }
}
