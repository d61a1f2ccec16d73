/// Reads a SAM template as YAML, merges its globals and evaluates its intrinsic functions.
@NullMarked
package todo.local.gateway.cloudformation;

import org.jspecify.annotations.NullMarked;
