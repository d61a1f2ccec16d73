@NullMarked
package todo.http;

import org.jspecify.annotations.NullMarked;
