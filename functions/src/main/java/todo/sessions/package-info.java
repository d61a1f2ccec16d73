/// Sessions: starting, listing and ending them.
@NullMarked
package todo.sessions;

import org.jspecify.annotations.NullMarked;
