package todo.local.gateway.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.Map;

/// The resources that this stack would have, each with its part of the globals and everything computed.
record Resources(JsonNode template, Intrinsics intrinsics) {
    /// Properties by logical id, of what has the type `AWS::Serverless::{kind}`.
    Map<String, JsonNode> of(String kind) {
        var found = new LinkedHashMap<String, JsonNode>();
        for (var resource : template.path("Resources").properties()) {
            if (isWanted(kind, resource.getValue())) {
                found.put(resource.getKey(), properties(kind, resource.getKey(), resource.getValue()));
            }
        }
        return found;
    }

    JsonNode globals(String kind) {
        return properties(kind, "Globals", JsonNodeFactory.instance.objectNode());
    }

    private boolean isWanted(String kind, JsonNode resource) {
        if (!resource.path("Type").asText().equals("AWS::Serverless::" + kind)) {
            return false;
        }
        return !resource.has("Condition")
                || intrinsics.holds(resource.path("Condition").asText());
    }

    private JsonNode properties(String kind, String name, JsonNode resource) {
        try {
            var merged = Globals.merge(template.path("Globals").path(kind), resource.path("Properties"));
            return intrinsics.resolve(merged);
        } catch (TemplateException unclear) {
            throw new TemplateException(name + ": " + unclear.getMessage());
        }
    }
}
