package todo.storm.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import todo.local.LocalDatabase;

/// A migrated PostgreSQL that no other test uses, and that can crash and start again on its port. It holds
/// nothing worth a password.
final class Cluster implements AutoCloseable {
    static final String APP = "todo_app";

    /// The application name of the connections that faults use.
    static final String TOOL = "fault";

    private static final Duration LONGEST_START = Duration.ofMinutes(1);

    private final Path data;
    private volatile EmbeddedPostgres server;

    private Cluster(Path data, EmbeddedPostgres server) {
        this.data = data;
        this.server = server;
    }

    /// The role's time limits are shorter than in production, so that faults of a few seconds exceed them.
    static Cluster start(Path data) throws IOException {
        var cluster = new Cluster(data, launch(data, 0));
        LocalDatabase.migrate(cluster.server.getPostgresDatabase());
        cluster.run("alter role %s login".formatted(APP));
        cluster.run("alter role %s set lock_timeout = '1s'".formatted(APP));
        cluster.run("alter role %s set statement_timeout = '2s'".formatted(APP));
        return cluster;
    }

    int port() {
        return server.getPort();
    }

    /// Returns a value for `DATABASE_URL`, with the port of the server or of something in front of it.
    String url(int port) {
        return "postgres://%s:unchecked@127.0.0.1:%d/postgres".formatted(APP, port);
    }

    Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/postgres?loginTimeout=2&ApplicationName=%s".formatted(port(), TOOL),
                role,
                "");
    }

    Jdbi owner() {
        return Jdbi.create(server.getPostgresDatabase());
    }

    void run(String sql, Object... values) {
        owner().useHandle(handle -> handle.execute(sql, values));
    }

    /// Returns the first column.
    List<String> texts(String sql, Object... values) {
        return owner().withHandle(
                        handle -> handle.select(sql, values).mapTo(String.class).list());
    }

    /// The process ids of the functions' sessions, without those of faults.
    List<String> backends() {
        return texts("""
                select pid::text from pg_stat_activity
                where usename = ? and application_name <> ? order by pid""", APP, TOOL);
    }

    void terminate(List<String> backends) {
        var array = "{" + String.join(",", backends) + "}";
        texts("select pg_terminate_backend(pid, 5000) from unnest(?::integer[]) as pid", array);
    }

    /// Kills all processes of the server. The postmaster is stopped first, so that it starts no others.
    void kill() throws IOException {
        var postmaster = postmaster().orElseThrow();
        Signal.STOP.sendTo(postmaster);
        var processes =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
    }

    /// Ends the server without a checkpoint, as `pg_ctl stop -m immediate` does.
    void shutDownImmediately() throws IOException {
        var postmaster = postmaster().orElseThrow();
        Signal.QUIT.sendTo(postmaster);
        postmaster.onExit().join();
    }

    /// Returns when the server accepts connections. Starts it if it has ended.
    void recover() throws IOException {
        var deadline = Instant.now().plus(LONGEST_START);
        while (!accepts()) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("PostgreSQL did not recover in " + LONGEST_START);
            }
            if (postmaster().isEmpty()) {
                server.close();
                server = launch(data, port());
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private boolean accepts() {
        try (var connection = connect("postgres")) {
            return connection.isValid(1);
        } catch (SQLException _) {
            return false;
        }
    }

    private Optional<ProcessHandle> postmaster() throws IOException {
        var file = data.resolve("postmaster.pid"); // removed by an orderly shutdown only
        return Files.exists(file)
                ? ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst()))
                : Optional.empty();
    }

    private static EmbeddedPostgres launch(Path data, int portOrZero) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(LONGEST_START)
                .setPort(portOrZero)
                .setServerConfig("synchronous_commit", "on") // off by default, so that a killed server forgets commits
                .setServerConfig("max_connections", "80")
                .setServerConfig("max_wal_size", "128MB")
                .start();
    }
}
