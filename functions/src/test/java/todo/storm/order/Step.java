package todo.storm.order;

import todo.storm.history.Claim;
import todo.storm.history.Operation;

/// A claim about one task, which has to find a place in the order.
///
/// @param answered when it had happened at the latest; [#NEVER] if the answer is unknown
/// @param required whether it happened for certain
record Step(Operation operation, Claim.OfTask claim, long answered, boolean required) {
    static final long NEVER = Long.MAX_VALUE;

    static Step certain(Operation operation, Claim.OfTask claim) {
        return new Step(operation, claim, operation.answered(), true);
    }

    /// May have happened at any time after its invocation, or not at all.
    static Step possible(Operation operation, Claim.OfTask claim) {
        return new Step(operation, claim, NEVER, false);
    }

    /// The same step, of which is known that it happened, but not when.
    Step happened() {
        return new Step(operation, claim, answered, true);
    }

    boolean isPartOf(Operation batch) {
        return operation.number() == batch.number() && claim instanceof Claim.Change;
    }

    boolean changes() {
        return claim instanceof Claim.Change;
    }

    long invoked() {
        return operation.invoked();
    }
}
