package todo.local.gateway.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import todo.local.gateway.template.ResponseType;

/// Parses query strings.
public final class QueryString {
    private static final Pattern INVALID_ENCODING = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private QueryString() {}

    /// Returns the decoded values by parameter name, in the order sent.
    ///
    /// @throws GatewayException 400 if a percent-encoding is invalid
    public static Map<String, List<String>> parse(@Nullable String query) {
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

    /// Checks the percent-encoding of a path or query string.
    ///
    /// @throws GatewayException 400 if it is invalid
    public static void rejectInvalidEncoding(String text) {
        if (INVALID_ENCODING.matcher(text).find()) {
            throw new GatewayException(ResponseType.BAD_REQUEST_PARAMETERS);
        }
    }

    private static String decode(String text) {
        rejectInvalidEncoding(text);
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
