@NullMarked
package todo.secrets;

import org.jspecify.annotations.NullMarked;
