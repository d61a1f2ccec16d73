package todo.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.module.ModuleDescriptor.Version;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Debian's PgBouncer in transaction mode, as Neon runs one.
///
/// It alternates between two server connections, so that consecutive statements of a client are executed in
/// different sessions: code that depends on one session fails at once. `-Dpgbouncer=PATH` selects another
/// build.
public final class PgBouncer implements AutoCloseable {
    private static final Path PROGRAM = Path.of(System.getProperty("pgbouncer", "/usr/sbin/pgbouncer"));
    private static final Version FIRST_TO_PREPARE = Version.parse("1.21");

    private final String settings;
    private final URI url;
    private volatile Process process;

    private PgBouncer(String settings, URI url) throws IOException {
        this.settings = settings;
        this.url = url;
        this.process = start(settings);
    }

    /// For `@EnabledIf`.
    public static boolean installed() {
        var installed = Files.isExecutable(PROGRAM);
        if (!installed) {
            System.out.println("Skipped: PgBouncer is not installed (Debian's package pgbouncer)");
        }
        return installed;
    }

    /// For `@EnabledIf`: whether this build supports prepared statements in transaction mode.
    public static boolean prepares() {
        var prepares = installed() && knowsPreparedStatements();
        if (!prepares) {
            System.out.println("Skipped: prepared statements need PgBouncer " + FIRST_TO_PREPARE);
        }
        return prepares;
    }

    /// Starts a pooler for `postgres://user:password@host:port/name`. Every client becomes that user.
    ///
    /// @param preparedStatements how many it supports on a server connection, 0 for none
    public static PgBouncer before(URI database, int preparedStatements) {
        return before(database, preparedStatements, "");
    }

    /// The same with more settings, as lines of its configuration file. They override the others.
    public static PgBouncer before(URI database, int preparedStatements, String settings) {
        try {
            var port = freePort();
            var all = settings(database, port, preparedStatements) + "\n" + settings;
            return new PgBouncer(all, pooled(database, port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The URL of the same database and user through the pooler.
    public URI url() {
        return url;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join(); // SIGTERM would make it wait for its clients
    }

    /// Starts it again on its port after [#close].
    public void reopen() throws IOException {
        process = start(settings);
    }

    private static Process start(String text) throws IOException {
        var settings = Files.writeString(Files.createTempFile("pgbouncer", ".ini"), text);
        var command = new ArrayList<>(List.of(PROGRAM.toString(), settings.toString()));
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("--user", "nobody")); // it refuses to run as root
        }
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            awaitStart(process.inputReader());
            Thread.startVirtualThread(() -> discard(process.inputReader()));
        } finally {
            Files.delete(settings); // no longer needed, and contains the password
        }
        return process;
    }

    /// A full pipe would block it.
    private static void discard(BufferedReader log) {
        try {
            log.transferTo(Writer.nullWriter());
        } catch (IOException _) {
            // it has ended
        }
    }

    private static void awaitStart(BufferedReader log) {
        var said = new ArrayList<String>();
        if (log.lines().peek(said::add).noneMatch(line -> line.contains("process up"))) {
            throw new IllegalStateException(String.join("\n", said));
        }
    }

    private static String settings(URI database, int port, int preparedStatements) {
        var login = database.getUserInfo().split(":", 2);
        return """
                [databases]
                %s = host=%s port=%d user='%s' password='%s'
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = any
                pool_mode = transaction
                default_pool_size = 2
                server_round_robin = 1
                ignore_startup_parameters = extra_float_digits
                log_connections = 0
                log_disconnections = 0
                log_pooler_errors = 0
                log_stats = 0
                """.formatted(
                                database.getPath().substring(1),
                                database.getHost(),
                                database.getPort(),
                                login[0].replace("'", "''"),
                                login[1].replace("'", "''"),
                                port)
                + prepared(preparedStatements);
    }

    /// Older builds refuse this setting.
    private static String prepared(int statements) {
        return statements > 0 || knowsPreparedStatements() ? "max_prepared_statements = " + statements : "";
    }

    private static boolean knowsPreparedStatements() {
        try (var output =
                new ProcessBuilder(PROGRAM.toString(), "--version").start().inputReader()) {
            var version = output.lines().findFirst().orElseThrow().replace("PgBouncer ", "");
            return Version.parse(version).compareTo(FIRST_TO_PREPARE) >= 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI pooled(URI database, int port) {
        return URI.create("%s://%s@127.0.0.1:%d%s"
                .formatted(database.getScheme(), database.getRawUserInfo(), port, database.getRawPath()));
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
