package todo.local.gateway.routing;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Set;
import todo.local.gateway.http.GatewayException;
import todo.local.gateway.template.ResponseType;
import todo.local.gateway.template.Route;

/// Finds the route of a request: first the resource with the most specific path that matches, then its
/// method. If that resource lacks the method, the request is rejected, even if a less specific path has the
/// method.
public record Router(List<ApiResource> resources) {
    private static final Set<String> METHODS = Set.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");

    public static Router of(List<Route> routes) {
        return new Router(routes.stream().collect(groupingBy(Route::path)).entrySet().stream()
                .map(path -> ApiResource.of(path.getKey(), path.getValue()))
                .sorted(comparing(ApiResource::specificity))
                .toList());
    }

    /// Returns the route of a request.
    ///
    /// @throws GatewayException 403 if there is none, because API Gateway reports an unknown path or method
    /// as a missing authentication token
    public RouteMatch find(String method, String path) {
        for (var resource : resources) {
            var values = resource.match(path);
            if (values.isPresent()) {
                return resource.route(method)
                        .filter(_ -> METHODS.contains(method))
                        .map(route -> new RouteMatch(route, values.get()))
                        .orElseThrow(() -> new GatewayException(ResponseType.MISSING_AUTHENTICATION_TOKEN));
            }
        }
        throw new GatewayException(ResponseType.MISSING_AUTHENTICATION_TOKEN);
    }
}
