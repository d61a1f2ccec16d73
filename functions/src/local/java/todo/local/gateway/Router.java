package todo.local.gateway;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Set;
import todo.local.gateway.template.ResponseType;
import todo.local.gateway.template.Route;

/// Finds the route of a request: first the one resource whose path fits best, then its method. So a method that
/// this resource lacks is refused, even where a less exact path has it.
record Router(List<Resource> resources) {
    private static final Set<String> METHODS = Set.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");

    static Router of(List<Route> routes) {
        return new Router(routes.stream().collect(groupingBy(Route::path)).entrySet().stream()
                .map(path -> Resource.of(path.getKey(), path.getValue()))
                .sorted(comparing(Resource::rank))
                .toList());
    }

    Match find(String method, String path) {
        for (var resource : resources) {
            var values = resource.match(path);
            if (values.isPresent()) {
                return resource.route(method)
                        .filter(_ -> METHODS.contains(method))
                        .map(route -> new Match(route, values.get()))
                        .orElseThrow(() -> new Refused(ResponseType.MISSING_AUTHENTICATION_TOKEN));
            }
        }
        throw new Refused(ResponseType.MISSING_AUTHENTICATION_TOKEN);
    }
}
