/// What a request leaves behind: its log line, its metrics and reports to operators.
@NullMarked
package todo.telemetry;

import org.jspecify.annotations.NullMarked;
