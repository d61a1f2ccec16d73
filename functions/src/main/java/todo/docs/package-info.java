@NullMarked
package todo.docs;

import org.jspecify.annotations.NullMarked;
