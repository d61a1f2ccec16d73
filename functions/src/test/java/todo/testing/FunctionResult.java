package todo.testing;

/// The result of an invocation.
sealed interface FunctionResult permits FunctionResult.Response, FunctionError {
    record Response(String body) implements FunctionResult {}
}
