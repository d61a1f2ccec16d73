@NullMarked
package todo.accounts;

import org.jspecify.annotations.NullMarked;
