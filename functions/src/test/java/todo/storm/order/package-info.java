/// Searches for an order of the operations on each task that explains all answers.
@NullMarked
package todo.storm.order;

import org.jspecify.annotations.NullMarked;
