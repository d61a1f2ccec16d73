package todo.local.gateway.routing;

import java.util.Map;
import todo.local.gateway.template.Route;

/// A route and the values of its path variables, percent-encoded as sent, as in AWS.
public record RouteMatch(Route route, Map<String, String> variables) {}
