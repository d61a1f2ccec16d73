/// Measurements, made on request and never shipped.
@NullMarked
package todo.bench;

import org.jspecify.annotations.NullMarked;
