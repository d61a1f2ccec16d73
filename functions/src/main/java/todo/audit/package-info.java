/// The audit trail: one insert for all who write to it, and its events.
@NullMarked
package todo.audit;

import org.jspecify.annotations.NullMarked;
