@NullMarked
package todo.passwords;

import org.jspecify.annotations.NullMarked;
