package todo.local;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import todo.database.DatabaseUrl;

/// The database that a command is for, as its owner reaches it: the one in `DATABASE_URL`, or else that of the local
/// server, whether it runs or not.
public record OwnedDatabase(DataSource source, boolean isLocal, Closeable end) implements AutoCloseable {
    static final Path FOLDER = Path.of(".todo");

    public static OwnedDatabase of(Map<String, String> environment) throws IOException {
        var given = environment.get("DATABASE_URL");
        if (given != null) {
            return new OwnedDatabase(source(DatabaseUrl.parse(given)), false, () -> {});
        }
        var claimed = DataFolder.claimIfFree(FOLDER);
        if (claimed.isEmpty()) {
            return new OwnedDatabase(LocalDatabase.running(DataFolder.port(FOLDER)), true, () -> {});
        }
        var folder = claimed.get();
        var database = LocalDatabase.in(folder.database());
        return new OwnedDatabase(database.owner(), true, () -> {
            database.close();
            folder.close();
        });
    }

    static DataSource source(DatabaseUrl url) {
        var source = new PGSimpleDataSource();
        source.setURL(url.jdbc());
        source.setUser(url.properties().getProperty("user", source.getUser()));
        source.setPassword(url.properties().getProperty("password", source.getPassword()));
        return source;
    }

    @Override
    public void close() throws IOException {
        end.close();
    }
}
