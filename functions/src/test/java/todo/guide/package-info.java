/// Executes the examples of the documents and compares the responses.
@NullMarked
package todo.guide;

import org.jspecify.annotations.NullMarked;
