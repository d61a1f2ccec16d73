/// Fuzz tests of everything that reads what a client writes. See `functions/src/docs/fuzzing.md`.
@NullMarked
package todo.fuzz;

import org.jspecify.annotations.NullMarked;
