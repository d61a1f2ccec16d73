/// Generates sample users and tasks and loads them into a database.
@NullMarked
package todo.local.sample;

import org.jspecify.annotations.NullMarked;
