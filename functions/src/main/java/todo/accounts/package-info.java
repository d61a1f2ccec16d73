/// Registration, log-in and log-out.
@NullMarked
package todo.accounts;

import org.jspecify.annotations.NullMarked;
