package todo.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import todo.values.Choices;

/// A `Link` header (RFC 8288) with links to other pages of a list. Add the most useful links first: a link that
/// makes the header too long is left out.
public final class Links {
    /// In bytes. API Gateway accepts 10,240 bytes of headers, many proxies 8 KiB; the other headers need under
    /// 2 KiB.
    private static final int LONGEST = 6000;

    private final String path;
    private final Map<String, ? extends @Nullable Object> query;
    private final StringJoiner header = new StringJoiner(", ");

    /// @param query the request's parameters, as they were parsed; those that are null are left out
    public Links(Call call, Map<String, ? extends @Nullable Object> query) {
        this.path = call.path();
        this.query = query;
    }

    /// Adds a link to the same list from another start.
    ///
    /// @param relation such as `next`
    /// @param start the parameters that say where the page starts
    public Links add(String relation, Map<String, ?> start) {
        var parameters = new LinkedHashMap<String, @Nullable Object>(query);
        parameters.putAll(start);
        var link = "<" + path + "?" + encoded(parameters) + ">; rel=\"" + relation + "\"";
        if (header.length() + ", ".length() + link.length() <= LONGEST) {
            header.add(link);
        }
        return this;
    }

    /// Returns the header's value.
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
