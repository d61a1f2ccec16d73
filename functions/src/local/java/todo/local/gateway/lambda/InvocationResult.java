package todo.local.gateway.lambda;

/// The result of an invocation.
public sealed interface InvocationResult {
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Returned(byte[] payload) implements InvocationResult {}

    /// The function threw an exception, exceeded its own timeout, or returned more than Lambda's limit.
    record Failed(Throwable cause) implements InvocationResult {}

    /// The gateway's time limit ended before the function did.
    record TimedOut() implements InvocationResult {}
}
