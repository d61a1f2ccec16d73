package todo.bench;

import java.util.function.Function;

/// What a function is asked again and again.
///
/// @param expected what each answer contains
record WarmCase(String label, String handler, String expected, Function<Turn, String> event) {}
