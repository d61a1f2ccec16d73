@NullMarked
package todo.contract;

import org.jspecify.annotations.NullMarked;
