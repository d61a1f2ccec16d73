package todo.bench;

import java.util.function.Function;

/// An operation to measure.
///
/// @param expected text that each response contains
record WarmOperation(String label, String handler, String expected, Function<UserEvents, String> event) {}
