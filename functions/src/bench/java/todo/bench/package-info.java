/// Benchmarks. They run on request and are not part of the build artifact.
@NullMarked
package todo.bench;

import org.jspecify.annotations.NullMarked;
