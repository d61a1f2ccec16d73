/// Checks of the current password before sensitive changes.
@NullMarked
package todo.reauthentication;

import org.jspecify.annotations.NullMarked;
