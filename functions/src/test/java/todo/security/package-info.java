/// Tests of what `functions/SECURITY.md` says, and of its page itself.
@NullMarked
package todo.security;

import org.jspecify.annotations.NullMarked;
