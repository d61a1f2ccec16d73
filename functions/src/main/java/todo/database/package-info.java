@NullMarked
package todo.database;

import org.jspecify.annotations.NullMarked;
