package todo.local.gateway.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.Map;

/// Resolves `Ref` and `GetAtt`. Nothing is deployed, so ids are logical ids, and ARNs use a fixed account and
/// region.
record References(JsonNode parameters, Map<String, String> overrides, JsonNode resources) {
    private static final String REGION = "us-east-1";
    private static final String ACCOUNT = "123456789012";
    private static final String STACK = "local";

    /// The value of `AWS::NoValue`: properties with this value are left out.
    static final JsonNode NO_VALUE = MissingNode.getInstance();

    References {
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
            return pseudoParameter(name);
        }
        var dot = name.indexOf('.');
        if (dot > 0) {
            return attribute(name.substring(0, dot), name.substring(dot + 1));
        }
        return TextNode.valueOf(declared(name));
    }

    JsonNode attribute(String resource, String attribute) {
        var isFunction = "AWS::Serverless::Function"
                .equals(resources.path(declared(resource)).path("Type").asText());
        var arn = isFunction
                ? "arn:aws:lambda:%s:%s:function:%s".formatted(REGION, ACCOUNT, resource)
                : "arn:aws:local:%s:%s:%s".formatted(REGION, ACCOUNT, resource);
        return TextNode.valueOf(
                switch (attribute) {
                    case "Arn" -> arn;
                    case "Alias" -> arn + ":live"; // added by SAM: `!Ref Function.Alias`
                    case "Version" -> arn + ":1";
                    default -> resource + "." + attribute;
                });
    }

    private JsonNode parameter(String name) {
        var declaration = parameters.path(name);
        var value = overrides.getOrDefault(name, declaration.path("Default").asText(null));
        if (value == null) {
            throw new TemplateException("The parameter " + name + " has neither a value nor a default");
        }
        if (!declaration.path("Type").asText().contains("List")) {
            return TextNode.valueOf(value);
        }
        var list = JsonNodeFactory.instance.arrayNode();
        Arrays.stream(value.split(",", -1)).map(String::strip).forEach(list::add);
        return list;
    }

    private static JsonNode pseudoParameter(String name) {
        return switch (name) {
            case "AWS::NoValue" -> NO_VALUE;
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
            throw new TemplateException("There is no resource " + resource);
        }
        return resource;
    }
}
