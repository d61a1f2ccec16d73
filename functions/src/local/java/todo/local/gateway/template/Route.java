package todo.local.gateway.template;

import org.jspecify.annotations.Nullable;

/// `method` may be `ANY`; `path` may have `{variables}` and end in a greedy `{variable+}`.
public record Route(
        String method, String path, Target target, @Nullable Authorization authorization) {}
