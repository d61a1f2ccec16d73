/// Runs Lambda handlers in this process, each invocation on its own virtual thread and within its time.
@NullMarked
package todo.local.gateway.lambda;

import org.jspecify.annotations.NullMarked;
