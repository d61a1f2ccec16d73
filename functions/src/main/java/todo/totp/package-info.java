/// The second factor of a log-in: its codes, its recovery codes, and the encryption of its secret.
@NullMarked
package todo.totp;

import org.jspecify.annotations.NullMarked;
