/// Measuring and reporting for the benchmarks.
@NullMarked
package todo.bench.measure;

import org.jspecify.annotations.NullMarked;
