package todo.local.gateway.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import todo.local.gateway.cloudformation.Globals;
import todo.local.gateway.cloudformation.TemplateException;
import todo.local.gateway.cloudformation.TemplateResources;
import todo.local.gateway.cloudformation.TemplateYaml;

/// The REST API of a SAM template and its functions by logical id.
public record Template(RestApi api, Map<String, LambdaFunction> functions, List<Route> routes) {
    /// Reads a template file. Parameters without a value have their defaults.
    ///
    /// @throws TemplateException if the template is invalid, has several APIs, or uses an unsupported feature
    public static Template read(Path file, Map<String, String> parameters) throws IOException {
        try {
            return read(TemplateYaml.read(file), parameters);
        } catch (StackOverflowError _) {
            throw new TemplateException("The template refers to itself");
        }
    }

    private static Template read(JsonNode tree, Map<String, String> parameters) {
        var resources = TemplateResources.of(tree, parameters);
        var declared = api(resources);
        var properties = resources.of("Function");
        var functions = new LinkedHashMap<String, LambdaFunction>();
        properties.forEach((name, function) -> functions.put(name, LambdaFunction.of(name, function)));
        rejectComputedCredentials(tree, declared.getKey());
        var routes = Routes.of(declared.getValue()).collect(properties);
        return new Template(RestApi.of(declared.getKey(), declared.getValue()), functions, routes);
    }

    /// SAM adds an implicit API to a template without one.
    private static Map.Entry<String, JsonNode> api(TemplateResources resources) {
        var apis = resources.of("Api");
        if (apis.size() > 1) {
            throw new TemplateException(
                    "The template must have a single API, but has " + String.join(", ", apis.keySet()));
        }
        return apis.entrySet().stream()
                .findFirst()
                .orElseGet(() -> Map.entry("ServerlessRestApi", resources.globals("Api")));
    }

    /// SAM treats an intrinsic function here as `false` and reports nothing.
    private static void rejectComputedCredentials(JsonNode tree, String api) {
        var properties = tree.path("Resources").path(api).path("Properties");
        var cors = Globals.merge(tree.path("Globals").path("Api"), properties).path("Cors");
        if (cors.path("AllowCredentials").isObject()) {
            throw new TemplateException(
                    api + ": AllowCredentials must be true or false, because SAM evaluates no function there");
        }
    }
}
