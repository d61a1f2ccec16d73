@NullMarked
package todo.users;

import org.jspecify.annotations.NullMarked;
