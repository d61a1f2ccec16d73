/// A user's own second factor: state, switching it on and off, and recovery codes.
@NullMarked
package todo.twofactor;

import org.jspecify.annotations.NullMarked;
