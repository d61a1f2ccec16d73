/// Synchronising clients: the change feed, and batches of changes.
@NullMarked
package todo.tasks.sync;

import org.jspecify.annotations.NullMarked;
