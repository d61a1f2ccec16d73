package todo.load.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What a load test found out, beside Gatling's own report.
public final class Report {
    private final List<String> lines = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    public void add(Object line) {
        lines.add(line.toString());
    }

    /// Notes a fault unless the condition holds.
    public void require(boolean condition, String fault) {
        if (!condition) {
            faults.add(fault);
        }
    }

    /// Prints the report and writes it to a file.
    ///
    /// @throws IllegalStateException if a check has failed; Maven then reports a failed build
    public void finish(Path file) {
        faults.forEach(fault -> add("FAILED: " + fault));
        lines.forEach(System.out::println);
        try {
            Files.write(file, lines);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException(String.join("; ", faults));
        }
    }
}
