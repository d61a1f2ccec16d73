package todo.storm.history;

/// Something that no correct API could have answered.
///
/// @param text names the operations
public record Violation(Kind kind, String text) {
    public enum Kind {
        /// No order of the operations on one task explains the answers.
        NO_ORDER,
        /// One creation made two tasks.
        DOUBLED_CREATE,
        /// A part of a batch happened and another part did not.
        TORN_BATCH,
        /// An operation that was refused has happened.
        REFUSED_BUT_DONE,
        /// The feed contradicts the order in which changes were made.
        FEED_ORDER,
        /// A follower of the feed was not told of a change.
        FEED_SKIPPED,
        /// A walk along a list showed a task twice.
        LIST_REPEATED,
        /// A walk along a list did not show a task that was there all the time.
        LIST_SKIPPED,
        /// A request was answered although its session had ended.
        ENDED_SESSION_ANSWERED,
        /// A request was refused although its session had not ended.
        LIVE_SESSION_REFUSED,
        /// An answer that the API must never give, such as 500.
        UNEXPECTED_ANSWER
    }

    @Override
    public String toString() {
        return kind + ": " + text;
    }
}
