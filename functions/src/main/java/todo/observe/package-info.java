@NullMarked
package todo.observe;

import org.jspecify.annotations.NullMarked;
