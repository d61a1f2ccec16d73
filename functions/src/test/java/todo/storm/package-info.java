/// Faults and random requests at the same time, whose recorded history is then checked.
@NullMarked
package todo.storm;

import org.jspecify.annotations.NullMarked;
