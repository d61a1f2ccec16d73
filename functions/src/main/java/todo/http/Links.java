package todo.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// A `Link` header (RFC 8288) with links to other parts of a list. Links are added in the order of their use: one for
/// which there is no room is left out.
public final class Links {
    /// API Gateway takes 10,240 bytes of headers in all, and many proxies take 8 KiB. The other headers need less than
    /// 2 KiB.
    private static final int LONGEST = 6000;

    private final String path;
    private final Map<String, ? extends @Nullable Object> query;
    private final StringJoiner header = new StringJoiner(", ");

    /// `query` is what was asked for, as it was understood. What is null was not asked for.
    public Links(Call call, Map<String, ? extends @Nullable Object> query) {
        this.path = call.path();
        this.query = query;
    }

    /// Adds a link to the same query, but for where it starts.
    public Links add(String relation, Map<String, ? extends Object> start) {
        var parameters = new LinkedHashMap<String, @Nullable Object>(query);
        parameters.putAll(start);
        var link = "<" + path + "?" + encoded(parameters) + ">; rel=\"" + relation + "\"";
        if (header.length() + ", ".length() + link.length() <= LONGEST) {
            header.add(link);
        }
        return this;
    }

    public String header() {
        return header.toString();
    }

    private static String encoded(Map<String, @Nullable Object> parameters) {
        return parameters.entrySet().stream()
                .filter(parameter -> parameter.getValue() != null)
                .map(parameter -> parameter.getKey() + "=" + URLEncoder.encode(text(parameter.getValue()), UTF_8))
                .collect(joining("&"));
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case List<?> several -> several.stream().map(Links::text).collect(joining(","));
            case Enum<?> choice -> Choices.spelled(choice);
            case null, default -> String.valueOf(value);
        };
    }
}
