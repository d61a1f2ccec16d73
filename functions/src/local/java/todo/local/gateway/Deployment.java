package todo.local.gateway;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import todo.local.gateway.lambda.Lambda;
import todo.local.gateway.template.Template;

/// Makes a stage out of a template.
record Deployment(Template template, ExecutorService threads, Duration patience) {
    Stage stage(Function<String, RequestStreamHandler> handlers) {
        var functions = functions(handlers);
        return new Stage(template.api(), Router.of(template.routes()), authorizers(functions), functions, patience);
    }

    private Map<String, Lambda> functions(Function<String, RequestStreamHandler> handlers) {
        var functions = new HashMap<String, Lambda>();
        template.functions()
                .forEach((name, function) ->
                        functions.put(name, new Lambda(function, handlers.apply(function.handler()), threads)));
        return functions;
    }

    /// Each with a cache of its own, however many routes it guards.
    private Map<String, Authorizer> authorizers(Map<String, Lambda> functions) {
        var authorizers = new HashMap<String, Authorizer>();
        for (var route : template.routes()) {
            var settings = route.authorization();
            if (settings != null) {
                var lambda = Objects.requireNonNull(functions.get(settings.function()));
                var cache = new PermitCache(settings.ttl(), InstantSource.system());
                authorizers.putIfAbsent(settings.name(), new Authorizer(settings, lambda, cache, patience));
            }
        }
        return authorizers;
    }
}
