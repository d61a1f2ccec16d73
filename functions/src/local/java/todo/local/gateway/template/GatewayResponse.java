package todo.local.gateway.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How one kind of the gateway's own answers is shaped. Without a status or a template the gateway's own ones
/// stand; `headers` hold expressions: `'literal'`, `context.x` or `method.request.header.X`.
public record GatewayResponse(@Nullable Integer status, Map<String, String> templates, Map<String, String> headers) {
    private static final Pattern EXPRESSION =
            Pattern.compile("'.*'|context\\.[\\w.]+|stageVariables\\.\\w+|method\\.request\\.header\\..+");

    public GatewayResponse {
        headers.forEach((name, value) -> {
            if (!EXPRESSION.matcher(value).matches()) {
                throw new TemplateException("A gateway response's header " + name + " can't be " + value
                        + ": it needs 'a literal in quotes', context.… or method.request.header.…");
            }
        });
    }

    static Map<ResponseType, GatewayResponse> allOf(JsonNode declared) {
        var responses = new EnumMap<ResponseType, GatewayResponse>(ResponseType.class);
        declared.properties().forEach(each -> responses.put(type(each.getKey()), of(each.getValue())));
        return responses;
    }

    private static GatewayResponse of(JsonNode declared) {
        var status = declared.path("StatusCode");
        return new GatewayResponse(
                status.isMissingNode() ? null : (Integer) status.asInt(),
                texts(declared.path("ResponseTemplates")),
                texts(declared.path("ResponseParameters").path("Headers")));
    }

    private static ResponseType type(String name) {
        try {
            return ResponseType.valueOf(name);
        } catch (IllegalArgumentException unknown) {
            throw new TemplateException("There is no gateway response " + name);
        }
    }

    private static Map<String, String> texts(JsonNode object) {
        var texts = new LinkedHashMap<String, String>();
        object.properties()
                .forEach(each -> texts.put(each.getKey(), each.getValue().asText()));
        return texts;
    }
}
