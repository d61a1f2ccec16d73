package todo.bench.measure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import todo.local.LocalDatabase;
import todo.testing.Command;

/// A database with sample data, which persist in a folder.
public record SampleDatabase(LocalDatabase database) implements AutoCloseable {
    private static final Map<String, String> SERVER = Map.of(
            "shared_preload_libraries", "pg_stat_statements",
            "pg_stat_statements.track_planning", "on",
            "shared_buffers", "512MB",
            "max_wal_size", "8GB");

    /// Loads the data if the folder is new. Ten million tasks take some minutes.
    public static SampleDatabase in(Path folder, int people, int tasks) {
        var isNew = !Files.exists(folder);
        var database = LocalDatabase.in(folder, SERVER);
        if (isNew) {
            load(database, people, tasks);
        }
        Jdbi.create(database.owner()).useHandle(handle -> handle.execute("vacuum (analyze)"));
        return new SampleDatabase(database);
    }

    private static void load(LocalDatabase database, int people, int tasks) {
        try (var command = Command.start(
                Path.of("."),
                Map.of("DATABASE_URL", database.url()),
                "todo.local.sample.SampleData",
                String.valueOf(people),
                String.valueOf(tasks))) {
            System.out.println(command.output());
        }
    }

    public String url() {
        return database.url();
    }

    public DataSource owner() {
        return database.owner();
    }

    @Override
    public void close() {
        database.close();
    }
}
