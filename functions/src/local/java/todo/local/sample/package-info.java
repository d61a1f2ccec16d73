/// People and tasks to try things on, in any number.
@NullMarked
package todo.local.sample;

import org.jspecify.annotations.NullMarked;
