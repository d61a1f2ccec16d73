/// Values as the API spells them: ids, timestamps, enum constants, addresses and cursors.
@NullMarked
package todo.values;

import org.jspecify.annotations.NullMarked;
