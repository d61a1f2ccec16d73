package todo.bench.measure;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The figures of an earlier run, stored as tab-separated values with a header line.
record Baseline(List<String> columns, Map<String, List<Double>> rows) {
    static Baseline read(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        var rows = new LinkedHashMap<String, List<Double>>();
        for (var line : lines.subList(1, lines.size())) {
            var cells = cells(line);
            rows.put(
                    cells.getFirst(),
                    cells.stream().skip(1).map(Double::valueOf).toList());
        }
        return new Baseline(cells(lines.getFirst()).stream().skip(1).toList(), rows);
    }

    static void write(Path file, List<String> columns, Map<String, List<Double>> rows) throws IOException {
        var lines = new ArrayList<String>();
        lines.add("\t" + String.join("\t", columns));
        rows.forEach((label, figures) -> lines.add(label + "\t"
                + String.join("\t", figures.stream().map(Baseline::text).toList())));
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
    }

    /// Returns null if the earlier run had no such figure.
    @Nullable
    Double figure(String label, String column) {
        var row = rows.get(label);
        var index = columns.indexOf(column);
        return row == null || index < 0 ? null : row.get(index);
    }

    static double rounded(double figure, int digits) {
        return BigDecimal.valueOf(figure).round(new MathContext(digits)).doubleValue();
    }

    static String text(double figure) {
        return BigDecimal.valueOf(figure).stripTrailingZeros().toPlainString();
    }

    private static List<String> cells(String line) {
        return List.of(line.split("\t", -1));
    }
}
