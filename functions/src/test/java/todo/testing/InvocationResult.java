package todo.testing;

/// The result of an invocation.
sealed interface InvocationResult permits InvocationResult.Response, FunctionError {
    record Response(String body) implements InvocationResult {}
}
