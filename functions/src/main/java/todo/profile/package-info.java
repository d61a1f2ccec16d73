@NullMarked
package todo.profile;

import org.jspecify.annotations.NullMarked;
