/// The user, as several features share it.
@NullMarked
package todo.users;

import org.jspecify.annotations.NullMarked;
