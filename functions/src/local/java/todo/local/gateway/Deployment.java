package todo.local.gateway;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import todo.local.gateway.authorizer.AuthorizerCache;
import todo.local.gateway.authorizer.LambdaAuthorizer;
import todo.local.gateway.lambda.LambdaInvoker;
import todo.local.gateway.routing.Router;
import todo.local.gateway.template.Template;

/// Creates a stage from a template.
record Deployment(Template template, ExecutorService threads, Duration timeout) {
    Stage stage(Function<String, RequestStreamHandler> handlers) {
        var functions = functions(handlers);
        return new Stage(template.api(), Router.of(template.routes()), authorizers(functions), functions, timeout);
    }

    private Map<String, LambdaInvoker> functions(Function<String, RequestStreamHandler> handlers) {
        var functions = new HashMap<String, LambdaInvoker>();
        template.functions()
                .forEach((name, function) ->
                        functions.put(name, new LambdaInvoker(function, handlers.apply(function.handler()), threads)));
        return functions;
    }

    /// An authorizer has one cache for all its routes, as in AWS.
    private Map<String, LambdaAuthorizer> authorizers(Map<String, LambdaInvoker> functions) {
        var authorizers = new HashMap<String, LambdaAuthorizer>();
        for (var route : template.routes()) {
            var settings = route.authorizer();
            if (settings != null) {
                var lambda = Objects.requireNonNull(functions.get(settings.function()));
                var cache = new AuthorizerCache(settings.ttl(), InstantSource.system());
                authorizers.putIfAbsent(settings.name(), new LambdaAuthorizer(settings, lambda, cache, timeout));
            }
        }
        return authorizers;
    }
}
