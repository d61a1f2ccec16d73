/// Reads a SAM template as far as serving its API takes: functions, routes, authorizers, CORS, gateway
/// responses.
@NullMarked
package todo.local.gateway.template;

import org.jspecify.annotations.NullMarked;
