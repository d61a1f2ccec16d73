/// Finds the route of a request by path and method.
@NullMarked
package todo.local.gateway.routing;

import org.jspecify.annotations.NullMarked;
