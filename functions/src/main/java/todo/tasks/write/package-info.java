/// Writes of tasks, single and in batches, by the database functions that contain their rules.
@NullMarked
package todo.tasks.write;

import org.jspecify.annotations.NullMarked;
