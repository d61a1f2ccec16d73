package todo.local.gateway.lambda;

/// How an invocation ended.
public sealed interface Outcome {
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Returned(byte[] payload) implements Outcome {}

    /// The function failed, was cut off at its own timeout, or said too much.
    record Failed(Throwable cause) implements Outcome {}

    /// The caller's patience ended before the function did.
    record Late() implements Outcome {}
}
