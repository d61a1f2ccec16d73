/// What only a browser can tell.
@NullMarked
package todo.browser;

import org.jspecify.annotations.NullMarked;
