/// Runs clients against the API while faults strike, and checks the history of what they did and were told.
@NullMarked
package todo.storm;

import org.jspecify.annotations.NullMarked;
