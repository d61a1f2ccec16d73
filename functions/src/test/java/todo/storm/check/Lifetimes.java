package todo.storm.check;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import todo.storm.history.Claim;
import todo.storm.history.Operation;

/// When each task existed for certain: since someone was told of it, until someone tried to delete it.
final class Lifetimes {
    private final Map<String, Map<String, Long>> knownSince;
    private final Map<String, Long> deletedFrom;

    Lifetimes(List<Operation> operations) {
        this.knownSince = Fact.of(operations).stream()
                .collect(groupingBy(
                        it -> it.source().account(),
                        toMap(Fact::task, it -> it.source().answered(), Math::min)));
        this.deletedFrom = operations.stream()
                .flatMap(operation -> operation.claims(Claim.Change.class).stream()
                        .filter(it -> it.effect().deletes())
                        .map(it -> Map.entry(it.task(), operation.invoked())))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, Math::min));
    }

    /// Returns the tasks of an account that existed from one moment to another.
    Stream<String> existing(String account, long from, long to) {
        return knownSince.getOrDefault(account, Map.of()).entrySet().stream()
                .filter(it -> it.getValue() < from && !mayBeDeletedBefore(it.getKey(), to))
                .map(Map.Entry::getKey);
    }

    boolean mayBeDeletedBefore(String task, long moment) {
        return deletedFrom.getOrDefault(task, Long.MAX_VALUE) < moment;
    }
}
