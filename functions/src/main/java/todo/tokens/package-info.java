/// Access tokens: issuing them, verifying them, and the gateway's authorizer.
@NullMarked
package todo.tokens;

import org.jspecify.annotations.NullMarked;
