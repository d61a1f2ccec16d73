package todo.local.gateway.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import todo.local.gateway.cloudformation.TemplateException;

/// A Lambda authorizer of the template. `function` is a logical id. Requests that lack one of the `headers`
/// are rejected without invoking it. Responses are cached for `ttl`; zero turns caching off. `validation` is
/// the pattern that the token must match.
public record AuthorizerSettings(
        String name,
        String function,
        Kind kind,
        List<String> headers,
        Duration ttl,
        @Nullable Pattern validation) {
    public enum Kind {
        TOKEN,
        REQUEST
    }

    private static final Pattern FUNCTION_ARN = Pattern.compile(".*:function:([^:/]+).*");

    static AuthorizerSettings of(String name, JsonNode declared) {
        var identity = declared.path("Identity");
        var validation = identity.path("ValidationExpression");
        var kind = Kind.valueOf(declared.path("FunctionPayloadType").asText("TOKEN"));
        return new AuthorizerSettings(
                name,
                function(name, declared.path("FunctionArn").asText()),
                kind,
                headers(kind, identity),
                Duration.ofSeconds(identity.path("ReauthorizeEvery").asLong(300)),
                validation.isMissingNode() ? null : Pattern.compile(validation.asText()));
    }

    private static String function(String name, String arn) {
        var matcher = FUNCTION_ARN.matcher(arn);
        if (!matcher.matches()) {
            throw new TemplateException(
                    "The authorizer " + name + " does not refer to a function of this template: " + arn);
        }
        return matcher.group(1);
    }

    private static List<String> headers(Kind kind, JsonNode identity) {
        if (kind == Kind.TOKEN) {
            return List.of(identity.path("Header").asText("Authorization"));
        }
        return identity.path("Headers").valueStream().map(JsonNode::asText).toList();
    }
}
