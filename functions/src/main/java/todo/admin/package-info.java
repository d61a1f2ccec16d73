@NullMarked
package todo.admin;

import org.jspecify.annotations.NullMarked;
