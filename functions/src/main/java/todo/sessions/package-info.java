@NullMarked
package todo.sessions;

import org.jspecify.annotations.NullMarked;
