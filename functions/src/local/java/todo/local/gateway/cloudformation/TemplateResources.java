package todo.local.gateway.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.Map;

/// The resources of a SAM template whose conditions are true, with globals merged and intrinsic functions
/// evaluated.
public record TemplateResources(JsonNode template, IntrinsicFunctions intrinsics) {
    /// Parameters without a value have their defaults.
    public static TemplateResources of(JsonNode template, Map<String, String> parameters) {
        return new TemplateResources(template, IntrinsicFunctions.of(template, parameters));
    }

    /// Returns the properties of all resources of the type `AWS::Serverless::{kind}` by logical id.
    public Map<String, JsonNode> of(String kind) {
        var found = new LinkedHashMap<String, JsonNode>();
        for (var resource : template.path("Resources").properties()) {
            if (isIncluded(kind, resource.getValue())) {
                found.put(resource.getKey(), properties(kind, resource.getKey(), resource.getValue()));
            }
        }
        return found;
    }

    public JsonNode globals(String kind) {
        return properties(kind, "Globals", JsonNodeFactory.instance.objectNode());
    }

    private boolean isIncluded(String kind, JsonNode resource) {
        if (!resource.path("Type").asText().equals("AWS::Serverless::" + kind)) {
            return false;
        }
        return !resource.has("Condition")
                || intrinsics.isTrue(resource.path("Condition").asText());
    }

    private JsonNode properties(String kind, String name, JsonNode resource) {
        try {
            var merged = Globals.merge(template.path("Globals").path(kind), resource.path("Properties"));
            return intrinsics.resolve(merged);
        } catch (TemplateException invalid) {
            throw new TemplateException(name + ": " + invalid.getMessage());
        }
    }
}
