package todo.local.gateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import todo.local.gateway.template.ResponseType;

/// What stands behind the question mark, decoded.
final class Query {
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private Query() {}

    static Map<String, List<String>> parse(@Nullable String query) {
        var parameters = new LinkedHashMap<String, List<String>>();
        if (query == null) {
            return parameters;
        }
        for (var pair : query.split("&", -1)) {
            var equals = pair.indexOf('=');
            var name = decode(equals < 0 ? pair : pair.substring(0, equals));
            var value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            if (!name.isEmpty()) {
                parameters.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
            }
        }
        return parameters;
    }

    static void refuseBrokenEscapes(String text) {
        if (BROKEN_ESCAPE.matcher(text).find()) {
            throw new Refused(ResponseType.BAD_REQUEST_PARAMETERS);
        }
    }

    private static String decode(String text) {
        refuseBrokenEscapes(text);
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
