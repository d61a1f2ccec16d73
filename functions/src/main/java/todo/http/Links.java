package todo.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Links to other parts of a list (RFC 8288).
public final class Links {
    private Links() {}

    /// To the same query, but for where it starts.
    public static String link(Call call, String relation, Map<String, String> start) {
        var kept = call.queryParameters().entrySet().stream()
                .filter(parameter -> !List.of("page", "cursor").contains(parameter.getKey()))
                .map(parameter ->
                        Map.entry(parameter.getKey(), parameter.getValue().getFirst()));
        var query = Stream.concat(kept, start.entrySet().stream())
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return "<" + call.path() + (query.isEmpty() ? "" : "?" + query) + ">; rel=\"" + relation + "\"";
    }
}
