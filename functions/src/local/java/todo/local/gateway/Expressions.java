package todo.local.gateway;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The variables of a gateway response. It is no Velocity: names are replaced, and that is all.
record Expressions(CallContext context, Headers headers) {
    private static final Pattern VARIABLE = Pattern.compile("\\$(context(?:\\.\\w+)+|stageVariables\\.\\w+)");

    /// What has no value leaves nothing behind.
    String body(String template) {
        return VARIABLE.matcher(template).replaceAll(match -> {
            var value = value(match.group(1));
            return value == null ? "" : Matcher.quoteReplacement(value);
        });
    }

    /// One of `'literal'`, `context.x` and `method.request.header.X`, where the case of `X` counts.
    @Nullable
    String value(String expression) {
        if (expression.startsWith("'")) {
            return expression.substring(1, expression.length() - 1);
        }
        if (expression.startsWith("context.")) {
            return context.find(expression.substring("context.".length()));
        }
        if (expression.startsWith("method.request.header.")) {
            return headers.exactly(expression.substring("method.request.header.".length()));
        }
        return null;
    }
}
