package todo.load.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// What the API and its database occupy at one moment.
final class Occupation {
    /// Bytes per live row: constant while a table grows only because it gets more rows, and higher with bloat.
    private static final String SIZES = """
            select sum(pg_table_size(relid)) / sum(greatest(n_live_tup, 1)) as table_bytes,
                   sum(pg_indexes_size(relid)) / sum(greatest(n_live_tup, 1)) as index_bytes,
                   100.0 * sum(n_dead_tup) / sum(greatest(n_live_tup + n_dead_tup, 1)) as dead
            from pg_stat_user_tables""";

    private static final String CONNECTIONS = "select count(*) from pg_stat_activity where usename = 'todo_app'";

    private Occupation() {}

    /// Returns the figures by name.
    static Map<String, Double> of(long process, Handle database) {
        var figures = new LinkedHashMap<String, Double>();
        figures.put("memory of the API, MB", status(process, "VmRSS") / 1024);
        figures.put("threads of the API", status(process, "Threads"));
        figures.put(
                "connections to the database",
                database.createQuery(CONNECTIONS).mapTo(Double.class).one());
        database.createQuery(SIZES)
                .map((row, _) -> {
                    figures.put("bytes of tables per row", row.getDouble("table_bytes"));
                    figures.put("bytes of indexes per row", row.getDouble("index_bytes"));
                    figures.put("dead rows, %", row.getDouble("dead"));
                    return figures;
                })
                .one();
        return figures;
    }

    /// Reads a number from Linux's `/proc`.
    private static double status(long process, String name) {
        try (var lines = Files.lines(Path.of("/proc/" + process + "/status"))) {
            return lines.filter(line -> line.startsWith(name + ":"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
