/// Who may do what: callers, roles, permissions, rate limits, and the guard that checks them in the database.
@NullMarked
package todo.access;

import org.jspecify.annotations.NullMarked;
