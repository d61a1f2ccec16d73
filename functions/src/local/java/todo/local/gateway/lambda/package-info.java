/// Invokes Lambda handlers in this process with proxy events, each invocation on its own virtual thread and
/// within its time limit.
@NullMarked
package todo.local.gateway.lambda;

import org.jspecify.annotations.NullMarked;
