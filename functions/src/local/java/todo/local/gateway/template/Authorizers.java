package todo.local.gateway.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The API's `Auth`: who is asked where an event does not say.
record Authorizers(Map<String, Authorization> all, String byDefault, boolean guardPreflights) {
    private static final String NONE = "NONE";

    static Authorizers of(JsonNode auth) {
        var all = new LinkedHashMap<String, Authorization>();
        auth.path("Authorizers")
                .properties()
                .forEach(each -> all.put(each.getKey(), Authorization.of(each.getKey(), each.getValue())));
        return new Authorizers(
                all,
                auth.path("DefaultAuthorizer").asText(NONE),
                auth.path("AddDefaultAuthorizerToCorsPreflight").asBoolean(true));
    }

    @Nullable
    Authorization forEvent(JsonNode event) {
        return named(event.path("Auth").path("Authorizer").asText(byDefault));
    }

    @Nullable
    Authorization forPreflights() {
        return guardPreflights ? named(byDefault) : null;
    }

    private @Nullable Authorization named(String name) {
        if (name.equals(NONE)) {
            return null;
        }
        var authorization = all.get(name);
        if (authorization == null) {
            throw new TemplateException("There is no authorizer " + name);
        }
        return authorization;
    }
}
