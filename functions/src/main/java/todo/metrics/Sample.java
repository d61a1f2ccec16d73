package todo.metrics;

/// One value of a metric.
///
/// @param labels in braces, or empty if there are none
public record Sample(Metric metric, String labels, long value) {}
