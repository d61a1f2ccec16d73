package todo.local.gateway.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Evaluates CloudFormation's intrinsic functions, except those that need an AWS account.
record IntrinsicFunctions(References references, JsonNode mappings, JsonNode conditions) {
    static IntrinsicFunctions of(JsonNode template, Map<String, String> overrides) {
        var references = new References(template.path("Parameters"), overrides, template.path("Resources"));
        return new IntrinsicFunctions(references, template.path("Mappings"), template.path("Conditions"));
    }

    JsonNode resolve(JsonNode node) {
        return switch (node) {
            case ObjectNode object
            when isCall(object) -> {
                var call = object.properties().iterator().next();
                yield call(call.getKey(), call.getValue());
            }
            case ObjectNode object -> members(object);
            case ArrayNode array -> elements(array);
            default -> node;
        };
    }

    /// Evaluates a condition of the template.
    boolean isTrue(String condition) {
        if (!conditions.has(condition)) {
            throw new TemplateException("There is no condition " + condition);
        }
        return resolve(conditions.get(condition)).asBoolean();
    }

    /// `Condition` with an object belongs to an IAM statement and is not a function.
    private static boolean isCall(ObjectNode object) {
        if (object.size() != 1) {
            return false;
        }
        var name = object.fieldNames().next();
        return name.equals("Ref")
                || name.startsWith("Fn::")
                || (name.equals("Condition") && object.path(name).isTextual());
    }

    private JsonNode call(String function, JsonNode argument) {
        return switch (function) {
            case "Ref" -> references.ref(argument.asText());
            case "Fn::GetAtt" -> references.attribute(argument.path(0).asText(), text(argument.path(1)));
            case "Fn::Sub" -> substitute(argument);
            case "Fn::Join" -> TextNode.valueOf(join(argument));
            case "Fn::Split" -> split(argument);
            case "Fn::Select" ->
                resolve(argument.path(1)).path(resolve(argument.path(0)).asInt());
            case "Fn::FindInMap" -> find(argument);
            case "Fn::If" -> resolve(argument.path(isTrue(argument.path(0).asText()) ? 1 : 2));
            default -> BooleanNode.valueOf(decide(function, argument));
        };
    }

    private boolean decide(String function, JsonNode argument) {
        return switch (function) {
            case "Condition" -> isTrue(argument.asText());
            case "Fn::Equals" -> text(argument.path(0)).equals(text(argument.path(1)));
            case "Fn::Not" -> !resolve(argument.path(0)).asBoolean();
            case "Fn::And" ->
                argument.valueStream().allMatch(each -> resolve(each).asBoolean());
            case "Fn::Or" ->
                argument.valueStream().anyMatch(each -> resolve(each).asBoolean());
            default -> throw new TemplateException("The intrinsic function " + function + " is not supported");
        };
    }

    private JsonNode substitute(JsonNode argument) {
        var own = argument.path(1);
        var text = argument.isArray() ? argument.path(0).asText() : argument.asText();
        return TextNode.valueOf(Pattern.compile("\\$\\{(!?)([^}]*)}")
                .matcher(text)
                .replaceAll(match -> {
                    var name = match.group(2);
                    var value = own.has(name)
                            ? own.get(name)
                            : JsonNodeFactory.instance.objectNode().put("Ref", name);
                    return Matcher.quoteReplacement(match.group(1).isEmpty() ? text(value) : "${" + name + "}");
                }));
    }

    private String join(JsonNode argument) {
        return resolve(argument.path(1))
                .valueStream()
                .map(JsonNode::asText)
                .collect(Collectors.joining(argument.path(0).asText()));
    }

    private JsonNode split(JsonNode argument) {
        var parts = JsonNodeFactory.instance.arrayNode();
        var separator = Pattern.quote(argument.path(0).asText());
        for (var part : text(argument.path(1)).split(separator, -1)) {
            parts.add(part);
        }
        return parts;
    }

    private JsonNode find(JsonNode argument) {
        var keys = resolve(argument);
        var value = mappings.path(keys.path(0).asText())
                .path(keys.path(1).asText())
                .path(keys.path(2).asText());
        if (value.isMissingNode()) {
            throw new TemplateException("The mappings have no value at " + keys);
        }
        return value;
    }

    private String text(JsonNode node) {
        return resolve(node).asText();
    }

    private ObjectNode members(ObjectNode object) {
        var resolved = JsonNodeFactory.instance.objectNode();
        for (var member : object.properties()) {
            var value = resolve(member.getValue());
            if (!value.isMissingNode()) {
                resolved.set(member.getKey(), value);
            }
        }
        return resolved;
    }

    private ArrayNode elements(ArrayNode array) {
        var resolved = JsonNodeFactory.instance.arrayNode();
        array.valueStream()
                .map(this::resolve)
                .filter(each -> !each.isMissingNode())
                .forEach(resolved::add);
        return resolved;
    }
}
