@NullMarked
package todo.export;

import org.jspecify.annotations.NullMarked;
