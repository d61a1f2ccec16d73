/// Liveness and readiness.
@NullMarked
package todo.health;

import org.jspecify.annotations.NullMarked;
