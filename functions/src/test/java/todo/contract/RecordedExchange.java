package todo.contract;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A request and its response.
public record RecordedExchange(
        String method,
        URI uri,
        Map<String, String> headers,
        @Nullable String body,
        HttpResponse<String> answer) {
    public RecordedExchange {
        var anyCase = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    /// Returns the path without the stage, which is optional.
    String path() {
        return uri.getRawPath().replaceFirst("^/local(?=/)", "");
    }

    Map<String, List<String>> query() {
        return Arrays.stream(Optional.ofNullable(uri.getRawQuery()).orElse("").split("&", -1))
                .map(pair -> (pair + "=").split("=", -1))
                .filter(pair -> !pair[0].isEmpty())
                .collect(Collectors.groupingBy(
                        pair -> decoded(pair[0]), Collectors.mapping(pair -> decoded(pair[1]), Collectors.toList())));
    }

    boolean isAccepted() {
        return answer.statusCode() < 400;
    }

    Optional<String> answerHeader(String name) {
        var values = answer.headers().allValues(name);
        return values.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", values));
    }

    static String mediaType(String contentType) {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "%s %s %s %s%n%d %s %s"
                .formatted(
                        method,
                        uri.getRawPath(),
                        headers.keySet(),
                        truncated(String.valueOf(body)),
                        answer.statusCode(),
                        answer.headers().map(),
                        truncated(answer.body()));
    }

    private static String truncated(String text) {
        return text.substring(0, Math.min(text.length(), 500));
    }
}
