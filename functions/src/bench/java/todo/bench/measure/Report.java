package todo.bench.measure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Prints a table of figures, row by row. `-Dbaseline=write` stores it as the baseline;
/// `-Dbaseline=compare` prints the ratio to the baseline beside each figure.
public final class Report implements AutoCloseable {
    private static final Path FOLDER = Path.of("functions/src/bench/baseline");

    private static final PrintStream TERMINAL = System.out;

    private final String mode = System.getProperty("baseline", "");
    private final Map<String, List<Double>> rows = new LinkedHashMap<>();
    private final List<String> columns;
    private final Path file;
    private final @Nullable Baseline baseline;

    public Report(String name, String... columns) throws IOException {
        this.columns = List.of(columns);
        this.file = FOLDER.resolve(name + ".tsv");
        this.baseline = mode.equals("compare") ? Baseline.read(file) : null;
        var line = new StringBuilder("\n%-40s".formatted(name));
        for (var column : columns) {
            line.append(" %12s".formatted(column)).append(baseline == null ? "" : " ".repeat(7));
        }
        TERMINAL.println(line);
    }

    /// Discards all other output of this process: functions would log each request between the rows.
    public static void discardOtherOutput() {
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
    }

    /// Adds a row with a figure for each column.
    public void row(String label, double... figures) {
        var row = new ArrayList<Double>();
        var line = new StringBuilder("%-40s".formatted(label));
        for (var index = 0; index < columns.size(); index++) {
            var figure = Baseline.rounded(figures[index], 4);
            line.append(" %12s".formatted(Baseline.text(figure)));
            line.append(baseline == null ? "" : ratio(figure, baseline.figure(label, columns.get(index))));
            row.add(figure);
        }
        TERMINAL.println(line);
        rows.put(label, row);
    }

    /// Stores the baseline with `-Dbaseline=write`.
    @Override
    public void close() {
        try {
            if (mode.equals("write")) {
                Baseline.write(file, columns, rows);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String ratio(double figure, @Nullable Double before) {
        var ratio = before == null || before == 0 ? "" : "×" + Baseline.text(Baseline.rounded(figure / before, 2));
        return " %6s".formatted(ratio);
    }
}
