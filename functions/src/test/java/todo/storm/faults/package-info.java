/// The API on a database, a pooler, network links and a second process that fail on command.
@NullMarked
package todo.storm.faults;

import org.jspecify.annotations.NullMarked;
