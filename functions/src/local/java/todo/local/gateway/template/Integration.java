package todo.local.gateway.template;

import java.util.Map;

/// The backend of a route.
public sealed interface Integration {
    /// Invokes a function, given by its logical id.
    record LambdaProxy(String function) implements Integration {}

    /// Responds to preflight requests with these headers, without invoking a function.
    record Preflight(Map<String, String> headers) implements Integration {}
}
