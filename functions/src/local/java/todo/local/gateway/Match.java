package todo.local.gateway;

import java.util.Map;
import todo.local.gateway.template.Route;

/// A route and the values of its path variables, percent-encoded as they were sent: the real events have them
/// so.
record Match(Route route, Map<String, String> variables) {}
