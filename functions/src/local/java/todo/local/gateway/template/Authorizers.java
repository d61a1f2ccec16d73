package todo.local.gateway.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import todo.local.gateway.cloudformation.TemplateException;

/// The `Auth` property of an API: its authorizers, and the default one for events that name none.
record Authorizers(Map<String, AuthorizerSettings> all, String defaultName, boolean authorizesPreflights) {
    private static final String NONE = "NONE";

    static Authorizers of(JsonNode auth) {
        var all = new LinkedHashMap<String, AuthorizerSettings>();
        auth.path("Authorizers")
                .properties()
                .forEach(each -> all.put(each.getKey(), AuthorizerSettings.of(each.getKey(), each.getValue())));
        return new Authorizers(
                all,
                auth.path("DefaultAuthorizer").asText(NONE),
                auth.path("AddDefaultAuthorizerToCorsPreflight").asBoolean(true));
    }

    @Nullable
    AuthorizerSettings forEvent(JsonNode event) {
        return named(event.path("Auth").path("Authorizer").asText(defaultName));
    }

    @Nullable
    AuthorizerSettings forPreflights() {
        return authorizesPreflights ? named(defaultName) : null;
    }

    private @Nullable AuthorizerSettings named(String name) {
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
