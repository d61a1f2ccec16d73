/// What clients did and what they were told.
@NullMarked
package todo.storm.history;

import org.jspecify.annotations.NullMarked;
