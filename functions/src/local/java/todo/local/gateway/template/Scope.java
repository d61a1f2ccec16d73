package todo.local.gateway.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.Map;

/// What `Ref` and `GetAtt` find. Nothing is deployed, so ids are logical ids, and ARNs are made up but always
/// the same.
record Scope(JsonNode parameters, Map<String, String> overrides, JsonNode resources) {
    private static final String REGION = "us-east-1";
    private static final String ACCOUNT = "123456789012";
    private static final String STACK = "local";

    /// What `AWS::NoValue` becomes: a place that holds it is left out.
    static final JsonNode NOTHING = MissingNode.getInstance();

    Scope {
        overrides.keySet().stream()
                .filter(name -> !parameters.has(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new TemplateException("The template has no parameter " + name);
                });
    }

    JsonNode ref(String name) {
        if (parameters.has(name)) {
            return parameter(name);
        }
        if (name.startsWith("AWS::")) {
            return pseudo(name);
        }
        var dot = name.indexOf('.');
        if (dot > 0) {
            return attribute(name.substring(0, dot), name.substring(dot + 1));
        }
        return TextNode.valueOf(declared(name));
    }

    JsonNode attribute(String resource, String attribute) {
        var function = "AWS::Serverless::Function"
                .equals(resources.path(declared(resource)).path("Type").asText());
        var arn = function
                ? "arn:aws:lambda:%s:%s:function:%s".formatted(REGION, ACCOUNT, resource)
                : "arn:aws:local:%s:%s:%s".formatted(REGION, ACCOUNT, resource);
        return TextNode.valueOf(
                switch (attribute) {
                    case "Arn" -> arn;
                    case "Alias" -> arn + ":live"; // SAM's own: `!Ref Function.Alias`
                    case "Version" -> arn + ":1";
                    default -> resource + "." + attribute;
                });
    }

    private JsonNode parameter(String name) {
        var declaration = parameters.path(name);
        var value = overrides.getOrDefault(name, declaration.path("Default").asText(null));
        if (value == null) {
            throw new TemplateException("The parameter " + name + " has no default and was not given");
        }
        if (!declaration.path("Type").asText().contains("List")) {
            return TextNode.valueOf(value);
        }
        var list = JsonNodeFactory.instance.arrayNode();
        Arrays.stream(value.split(",", -1)).map(String::strip).forEach(list::add);
        return list;
    }

    private static JsonNode pseudo(String name) {
        return switch (name) {
            case "AWS::NoValue" -> NOTHING;
            case "AWS::Region" -> TextNode.valueOf(REGION);
            case "AWS::AccountId" -> TextNode.valueOf(ACCOUNT);
            case "AWS::Partition" -> TextNode.valueOf("aws");
            case "AWS::URLSuffix" -> TextNode.valueOf("amazonaws.com");
            case "AWS::StackName" -> TextNode.valueOf(STACK);
            case "AWS::StackId" ->
                TextNode.valueOf("arn:aws:cloudformation:%s:%s:stack/%s".formatted(REGION, ACCOUNT, STACK));
            default -> throw new TemplateException("Unknown pseudo parameter " + name);
        };
    }

    private String declared(String resource) {
        if (!resources.has(resource)) {
            throw new TemplateException("Nothing is called " + resource);
        }
        return resource;
    }
}
