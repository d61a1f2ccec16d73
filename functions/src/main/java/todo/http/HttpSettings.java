package todo.http;

/// Settings of all functions behind the gateway.
///
/// @param metricsByOperation whether metrics have the operation as dimension; each operation then has metrics
/// of its own
public record HttpSettings(Origins origins, boolean metricsByOperation) {}
