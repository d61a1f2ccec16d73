@NullMarked
package todo.tasks;

import org.jspecify.annotations.NullMarked;
