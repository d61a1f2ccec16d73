/// What the benchmarks measure with, and how they report it.
@NullMarked
package todo.bench.measure;

import org.jspecify.annotations.NullMarked;
