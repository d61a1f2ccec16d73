package todo.storm.faults;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import todo.storm.Fault;
import todo.testing.Answer;

/// A request that is sent again and again. It must be one that the API does not repeat after a lost connection,
/// such as a toggle, so that the client sees what happened.
record RepeatedRequest(Supplier<Answer> request) {
    static final String CUT = "cut";

    /// Returns the statuses, and [#CUT] for a connection without an answer.
    List<String> during(Fault fault) {
        var strike = CompletableFuture.runAsync(() -> strike(fault), Thread::startVirtualThread);
        var outcomes = new ArrayList<String>();
        while (!strike.isDone()) {
            outcomes.add(outcome());
        }
        strike.join();
        return outcomes;
    }

    private static void strike(Fault fault) {
        try {
            fault.strike(new BriefDraws(new Random(fault.name().hashCode())));
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private String outcome() {
        try {
            return specified(request.get());
        } catch (UncheckedIOException _) {
            return CUT;
        }
    }

    private static String specified(Answer answer) {
        switch (answer.status()) {
            case 503 -> answer.isUnavailable();
            case 504 -> answer.isProblem(504, "TIMEOUT");
            default -> answer.is(200);
        }
        return String.valueOf(answer.status());
    }
}
