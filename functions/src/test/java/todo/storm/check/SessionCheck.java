package todo.storm.check;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import todo.storm.history.Attempt;
import todo.storm.history.Claim;
import todo.storm.history.Operation;
import todo.storm.history.Violation;
import todo.storm.history.Violation.Kind;

/// A session that has ended, by a log-out or a change of the password, is refused from the moment at which its
/// end was acknowledged. A session is not refused before anyone tried to end it.
final class SessionCheck {
    private static final String REFUSED = "UNAUTHENTICATED";
    private static final int TOO_MANY_REQUESTS = 429;

    private final List<Operation> operations;
    private final List<Operation> ends;
    private final Map<String, Operation> beginnings;

    SessionCheck(List<Operation> operations) {
        this.operations = operations;
        this.ends = operations.stream()
                .filter(it -> !it.claims(Claim.SessionEnded.class).isEmpty()
                        || !it.claims(Claim.OtherSessionsEnded.class).isEmpty())
                .toList();
        this.beginnings = operations.stream()
                .flatMap(
                        it -> it.claims(Claim.SessionBegun.class).stream().map(begun -> Map.entry(begun.session(), it)))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    List<Violation> violations() {
        return operations.stream()
                .filter(it -> !it.session().isEmpty())
                .flatMap(it -> it.attempts().stream().flatMap(attempt -> violations(it, attempt)))
                .toList();
    }

    private Stream<Violation> violations(Operation operation, Attempt attempt) {
        if (attempt.problem().equals(REFUSED)) {
            return ends.stream().anyMatch(end -> mayHaveEnded(end, operation, attempt))
                    ? Stream.empty()
                    : Stream.of(new Violation(
                            Kind.LIVE_SESSION_REFUSED,
                            "%s, although nobody had ended the session".formatted(operation)));
        }
        if (attempt.status() == 0 || attempt.status() == TOO_MANY_REQUESTS || attempt.status() >= 500) {
            return Stream.empty();
        }
        return ends.stream()
                .filter(end -> hadEnded(end, operation, attempt))
                .limit(1)
                .map(end -> new Violation(
                        Kind.ENDED_SESSION_ANSWERED,
                        "%s, although %s had ended the session".formatted(operation, end)));
    }

    private boolean hadEnded(Operation end, Operation use, Attempt attempt) {
        return end.isAcknowledged()
                && end.answered() < attempt.invoked()
                && (endsByName(end, use) || (endsAsOther(end, use) && begin(use).answered() < end.invoked()));
    }

    /// A session that begins during a change of the password may end with it. A change whose outcome is unknown
    /// may happen later, and end sessions that have begun meanwhile.
    private boolean mayHaveEnded(Operation end, Operation use, Attempt attempt) {
        var begunBefore = !end.isAcknowledged() || begin(use).invoked() < end.answered();
        return end.invoked() < attempt.answered() && (endsByName(end, use) || (endsAsOther(end, use) && begunBefore));
    }

    private static boolean endsByName(Operation end, Operation use) {
        return end.claims(Claim.SessionEnded.class).stream()
                .anyMatch(it -> it.session().equals(use.session()));
    }

    private static boolean endsAsOther(Operation end, Operation use) {
        return !end.claims(Claim.OtherSessionsEnded.class).isEmpty()
                && end.account().equals(use.account())
                && !end.session().equals(use.session());
    }

    private Operation begin(Operation use) {
        return Objects.requireNonNull(beginnings.get(use.session()), use.session());
    }
}
