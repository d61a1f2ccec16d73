@NullMarked
package todo.local;

import org.jspecify.annotations.NullMarked;
