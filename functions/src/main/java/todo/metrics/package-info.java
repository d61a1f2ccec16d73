/// Business metrics in Prometheus's text format.
@NullMarked
package todo.metrics;

import org.jspecify.annotations.NullMarked;
