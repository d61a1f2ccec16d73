package todo.testing;

/// What becomes of an invocation.
sealed interface InvocationResult permits InvocationResult.Response, FunctionError {
    record Response(String body) implements InvocationResult {}
}
