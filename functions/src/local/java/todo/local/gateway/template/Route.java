package todo.local.gateway.template;

import org.jspecify.annotations.Nullable;

/// A method and path of the API. `method` may be `ANY`; `path` may have `{variables}` and end in a greedy
/// `{variable+}`. A route without `authorizer` is public.
public record Route(
        String method,
        String path,
        Integration integration,
        @Nullable AuthorizerSettings authorizer) {}
