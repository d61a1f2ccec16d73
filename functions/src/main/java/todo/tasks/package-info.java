/// Tasks: reading one and writing one.
@NullMarked
package todo.tasks;

import org.jspecify.annotations.NullMarked;
