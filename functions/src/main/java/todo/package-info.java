@NullMarked
package todo;

import org.jspecify.annotations.NullMarked;
