/// Does what the documents say and compares what comes back, so that they stay true.
@NullMarked
package todo.guide;

import org.jspecify.annotations.NullMarked;
