@NullMarked
package todo.changes;

import org.jspecify.annotations.NullMarked;
