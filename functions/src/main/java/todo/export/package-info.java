/// A copy of everything stored about a user.
@NullMarked
package todo.export;

import org.jspecify.annotations.NullMarked;
