package todo.bench.measure;

/// Resources used by statements.
///
/// @param planning in milliseconds
/// @param execution in milliseconds
/// @param buffers accessed pages of 8 KB, cached or read from disk
public record DatabaseUsage(double planning, double execution, double buffers, double walBytes, double walRecords) {
    /// The initial value for a minimum.
    public static final DatabaseUsage MAX =
            new DatabaseUsage(Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE);

    public DatabaseUsage since(DatabaseUsage before) {
        return new DatabaseUsage(
                planning - before.planning,
                execution - before.execution,
                buffers - before.buffers,
                walBytes - before.walBytes,
                walRecords - before.walRecords);
    }

    /// Returns the minimum of each value.
    public DatabaseUsage min(DatabaseUsage other) {
        return new DatabaseUsage(
                Math.min(planning, other.planning),
                Math.min(execution, other.execution),
                Math.min(buffers, other.buffers),
                Math.min(walBytes, other.walBytes),
                Math.min(walRecords, other.walRecords));
    }
}
