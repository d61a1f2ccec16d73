/// Checks a history: whether some order of the operations explains all answers.
@NullMarked
package todo.storm.check;

import org.jspecify.annotations.NullMarked;
