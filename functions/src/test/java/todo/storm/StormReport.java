package todo.storm;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import todo.storm.history.Operation;
import todo.storm.history.Operation.Outcome;
import todo.storm.history.Violation;

/// What a storm did and what it found, in a text.
record StormReport(
        long seed,
        Duration duration,
        List<Operation> operations,
        Map<String, Integer> faults,
        List<String> skipped,
        Duration checking,
        List<Violation> violations) {
    private static final Path FILE = Path.of("target/storm/report.txt");
    private static final int MOST_VIOLATIONS = 30;

    /// Writes the report to a file and returns it.
    String write() throws IOException {
        Files.createDirectories(FILE.getParent());
        Files.writeString(FILE, toString());
        return toString();
    }

    @Override
    public String toString() {
        return """
                Storm of %s s with the seed %d: %d operations, %d violations

                operation          acknowledged  refused  unknown
                %s

                %d faults
                %s

                checked in %d ms: the order of each task's operations, doubled creations, batches, the feed's
                order and completeness, walks along lists, ended sessions, unexpected answers
                %s
                """.formatted(
                        duration.toSeconds(),
                        seed,
                        operations.size(),
                        violations.size(),
                        operationTable(),
                        faults.values().stream().mapToInt(it -> it).sum(),
                        faultTable(),
                        checking.toMillis(),
                        violations.stream()
                                .limit(MOST_VIOLATIONS)
                                .map(Violation::toString)
                                .collect(joining("\n")));
    }

    private String operationTable() {
        return new TreeMap<>(operations.stream().collect(groupingBy(Operation::kind)))
                .entrySet().stream().map(it -> row(it.getKey(), it.getValue())).collect(joining("\n"));
    }

    private static String row(String kind, List<Operation> operations) {
        var outcomes = operations.stream().collect(groupingBy(Operation::outcome, counting()));
        return "%-18s %12d %8d %8d"
                .formatted(
                        kind,
                        outcomes.getOrDefault(Outcome.ACKNOWLEDGED, 0L),
                        outcomes.getOrDefault(Outcome.REFUSED, 0L),
                        outcomes.getOrDefault(Outcome.UNKNOWN, 0L));
    }

    private String faultTable() {
        var struck = faults.entrySet().stream().map(it -> "%4d %s".formatted(it.getValue(), it.getKey()));
        return Stream.concat(struck, skipped.stream().map(it -> "   - " + it)).collect(joining("\n"));
    }
}
