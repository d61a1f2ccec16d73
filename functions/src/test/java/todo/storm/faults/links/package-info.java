/// Networks that cut, delay or trickle.
@NullMarked
package todo.storm.faults.links;

import org.jspecify.annotations.NullMarked;
