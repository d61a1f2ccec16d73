package todo.local.gateway.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import todo.local.gateway.cloudformation.TemplateException;

/// A gateway response that the template customises. Without a status or template, the defaults of API Gateway
/// apply. `templates` are body templates by content type. `headers` are mapping expressions: `'literal'`,
/// `context.x` or `method.request.header.X`.
public record GatewayResponse(@Nullable Integer status, Map<String, String> templates, Map<String, String> headers) {
    private static final Pattern EXPRESSION =
            Pattern.compile("'.*'|context\\.[\\w.]+|stageVariables\\.\\w+|method\\.request\\.header\\..+");

    public GatewayResponse {
        headers.forEach((name, value) -> {
            if (!EXPRESSION.matcher(value).matches()) {
                throw new TemplateException("The gateway response header " + name + " has the invalid value " + value
                        + ": it must be 'a literal in quotes', context.… or method.request.header.…");
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
            throw new TemplateException("There is no gateway response type " + name);
        }
    }

    private static Map<String, String> texts(JsonNode object) {
        var texts = new LinkedHashMap<String, String>();
        object.properties()
                .forEach(each -> texts.put(each.getKey(), each.getValue().asText()));
        return texts;
    }
}
