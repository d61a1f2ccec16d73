@NullMarked
package todo.tokens;

import org.jspecify.annotations.NullMarked;
