/// Runs the API on this machine: the embedded database, the functions behind the local gateway, and the
/// commands.
@NullMarked
package todo.local;

import org.jspecify.annotations.NullMarked;
