package todo.local.gateway.template;

import java.util.Map;

/// What answers a route.
public sealed interface Target {
    record Function(String name) implements Target {}

    /// A fixed answer with these headers, made without any function.
    record Preflight(Map<String, String> headers) implements Target {}
}
