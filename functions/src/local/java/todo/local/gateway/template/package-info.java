/// The parts of a SAM template that serving its API needs: functions, routes, authorizers, CORS, gateway
/// responses.
@NullMarked
package todo.local.gateway.template;

import org.jspecify.annotations.NullMarked;
