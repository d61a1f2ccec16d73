/// Reads JSON bodies and query parameters, and collects every error that they have.
@NullMarked
package todo.validation;

import org.jspecify.annotations.NullMarked;
