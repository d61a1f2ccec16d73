/// Wiring and settings: the object graph, and the environment that configures it.
@NullMarked
package todo;

import org.jspecify.annotations.NullMarked;
