package todo.bench.measure;

/// What statements have used.
///
/// @param planning in milliseconds
/// @param execution in milliseconds
/// @param buffers of 8 KB that were looked at, in memory or not
public record Usage(double planning, double execution, double buffers, double walBytes, double walRecords) {
    /// More than any.
    public static final Usage MOST =
            new Usage(Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE);

    public Usage since(Usage before) {
        return new Usage(
                planning - before.planning,
                execution - before.execution,
                buffers - before.buffers,
                walBytes - before.walBytes,
                walRecords - before.walRecords);
    }

    /// The lesser of each.
    public Usage least(Usage other) {
        return new Usage(
                Math.min(planning, other.planning),
                Math.min(execution, other.execution),
                Math.min(buffers, other.buffers),
                Math.min(walBytes, other.walBytes),
                Math.min(walRecords, other.walRecords));
    }
}
