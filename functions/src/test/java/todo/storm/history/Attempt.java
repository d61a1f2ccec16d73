package todo.storm.history;

/// One request of an operation. Times are nanoseconds since the history began.
///
/// @param status of the answer, or 0 if none arrived
/// @param problem the answer's error code, or why no answer arrived
/// @param namesRetry whether the answer has a `Retry-After`
public record Attempt(long invoked, long answered, int status, String problem, boolean namesRetry) {
    /// Returns an answered attempt without a problem.
    public static Attempt answered(long invoked, long answered, int status) {
        return new Attempt(invoked, answered, status, "", false);
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    boolean isRefusal() {
        return status >= 400 && status < 500;
    }

    @Override
    public String toString() {
        return (status == 0 ? "no answer " + problem : status + " " + problem).strip();
    }
}
