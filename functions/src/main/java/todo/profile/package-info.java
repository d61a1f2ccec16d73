/// A user's own account: profile, password and deletion.
@NullMarked
package todo.profile;

import org.jspecify.annotations.NullMarked;
