package todo.local.gateway.lambda;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The API's binary media types, such as `image/png`, `image/*` or `*/*`.
public record BinaryMediaTypes(List<String> types) {
    /// Returns whether the first media type of a `Content-Type` or `Accept` header is binary.
    public boolean include(@Nullable String header) {
        if (header == null) {
            return false;
        }
        var type = header.split("[,;]", 2)[0].strip().toLowerCase(Locale.ROOT);
        return types.stream()
                .anyMatch(each -> each.equals("*/*")
                        || each.equalsIgnoreCase(type)
                        || (each.endsWith("/*") && type.startsWith(each.substring(0, each.length() - 1))));
    }
}
