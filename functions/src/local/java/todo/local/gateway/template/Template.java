package todo.local.gateway.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a SAM template says about its one REST API and the functions behind it, by logical id.
public record Template(Api api, Map<String, LambdaFunction> functions, List<Route> routes) {
    /// Parameters that are not given have their defaults.
    public static Template read(Path file, Map<String, String> parameters) throws IOException {
        var tree = Yaml.read(file);
        var resources = new Resources(tree, Intrinsics.of(tree, parameters));
        var declared = api(resources);
        var properties = resources.of("Function");
        var functions = new LinkedHashMap<String, LambdaFunction>();
        properties.forEach((name, function) -> functions.put(name, LambdaFunction.of(name, function)));
        refuseComputedCredentials(tree, declared.getKey());
        var routes = Routes.of(declared.getValue()).collect(properties);
        return new Template(Api.of(declared.getKey(), declared.getValue()), functions, routes);
    }

    /// A template without an API of its own gets SAM's implicit one.
    private static Map.Entry<String, JsonNode> api(Resources resources) {
        var apis = resources.of("Api");
        if (apis.size() > 1) {
            throw new TemplateException("One API can be served, not " + String.join(", ", apis.keySet()));
        }
        return apis.entrySet().stream()
                .findFirst()
                .orElseGet(() -> Map.entry("ServerlessRestApi", resources.globals("Api")));
    }

    /// SAM takes a function there for `false` without a word.
    private static void refuseComputedCredentials(JsonNode tree, String api) {
        var properties = tree.path("Resources").path(api).path("Properties");
        var cors = Globals.merge(tree.path("Globals").path("Api"), properties).path("Cors");
        if (cors.path("AllowCredentials").isObject()) {
            throw new TemplateException(
                    api + ": AllowCredentials has to be true or false itself, SAM computes nothing there");
        }
    }
}
