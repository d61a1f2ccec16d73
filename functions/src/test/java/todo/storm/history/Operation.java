package todo.storm.history;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Set;

/// An operation of a client: one request, or the same request sent again until its outcome was known.
///
/// @param kind in a word, as the report counts it
/// @param session whose token the client sent, or empty
public record Operation(
        int number, String account, String session, String kind, List<Attempt> attempts, List<Claim> claims) {
    public enum Outcome {
        /// It happened, once.
        ACKNOWLEDGED,
        /// It did not happen.
        REFUSED,
        /// It may have happened, or may still happen at any later time, but at most once.
        UNKNOWN
    }

    public long invoked() {
        return attempts.getFirst().invoked();
    }

    public long answered() {
        return attempts.getLast().answered();
    }

    /// A refusal says nothing about an earlier attempt without an answer, which may be executed later.
    public Outcome outcome() {
        if (attempts.getLast().isSuccess()) {
            return Outcome.ACKNOWLEDGED;
        }
        return attempts.stream().allMatch(Attempt::isRefusal) ? Outcome.REFUSED : Outcome.UNKNOWN;
    }

    public boolean isAcknowledged() {
        return outcome() == Outcome.ACKNOWLEDGED;
    }

    public <T extends Claim> List<T> claims(Class<T> type) {
        return claims.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /// Returns the operation without its claims about these tasks.
    public Operation without(Set<String> tasks) {
        var others = claims.stream()
                .filter(it -> !(it instanceof Claim.OfTask about && tasks.contains(about.task())))
                .toList();
        return new Operation(number, account, session, kind, attempts, others);
    }

    /// In words, for a violation's text.
    @Override
    public String toString() {
        return "#%d %s%s by %s, %.3f to %.3f s, answered %s"
                .formatted(
                        number,
                        kind,
                        claims(Claim.Change.class).stream()
                                .map(change -> " [" + change + "]")
                                .collect(joining()),
                        session.isEmpty() ? "someone" : session,
                        invoked() / 1e9,
                        answered() / 1e9,
                        attempts.stream().map(Attempt::toString).collect(joining(", then ")));
    }
}
