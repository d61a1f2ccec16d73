package todo.local.gateway;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import todo.local.gateway.http.RequestContext;
import todo.local.gateway.http.RequestHeaders;

/// Evaluates the variables and mapping expressions of a gateway response. As in AWS, body templates support
/// variables only, no other Velocity syntax.
record MappingExpressions(RequestContext context, RequestHeaders headers) {
    private static final Pattern VARIABLE = Pattern.compile("\\$(context(?:\\.\\w+)+|stageVariables\\.\\w+)");

    /// Variables without a value become empty.
    String body(String template) {
        return VARIABLE.matcher(template).replaceAll(match -> {
            var value = value(match.group(1));
            return value == null ? "" : Matcher.quoteReplacement(value);
        });
    }

    /// Evaluates `'literal'`, `context.x` or `method.request.header.X`, where `X` is case-sensitive. Returns
    /// null if there is no value.
    @Nullable
    String value(String expression) {
        if (expression.startsWith("'")) {
            return expression.substring(1, expression.length() - 1);
        }
        if (expression.startsWith("context.")) {
            return context.find(expression.substring("context.".length()));
        }
        if (expression.startsWith("method.request.header.")) {
            return headers.lastExact(expression.substring("method.request.header.".length()));
        }
        return null;
    }
}
