/// Connections to PostgreSQL, and statements with retries and typed failures. Knows nothing of HTTP.
@NullMarked
package todo.database;

import org.jspecify.annotations.NullMarked;
