/// Systems with a planted bug, which the checker has to find.
@NullMarked
package todo.storm.planted;

import org.jspecify.annotations.NullMarked;
