package todo.testing;

/// What becomes of an invocation.
sealed interface Outcome permits Outcome.Answer, FunctionError {
    record Answer(String body) implements Outcome {}
}
