package todo.local;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import todo.App;
import todo.Settings;
import todo.database.DatabaseUrl;
import todo.local.gateway.Gateway;

/// Runs the API on this machine: the database with its migrations, and all functions behind the local gateway.
final class Main {
    static final Path FOLDER = Path.of(".todo");

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        CommandLine.exitWithParent();
        CommandLine.run(Main::start);
        Thread.currentThread().join();
    }

    private static String start() throws IOException {
        var environment = LocalEnvironment.read();
        environment.putIfAbsent("TOKEN_KEYS", LocalKeys.random());
        environment.putIfAbsent("AWS_LAMBDA_MAX_CONCURRENCY", "16");
        LocalMail.addDefaults(environment);
        var database = database(environment);
        var gateway = gateway(environment);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(gateway, database)));
        return "Todo is ready at " + gateway.url() + " (Ctrl-C stops it)";
    }

    private static Gateway gateway(Map<String, String> environment) throws IOException {
        try {
            var settings = Settings.from(environment);
            var app = App.with(settings);
            var gateway = Gateway.start(
                    LocalTemplate.read(environment),
                    new LocalFunctions(app),
                    environment.getOrDefault("HOST", "127.0.0.1"),
                    settings.variables().number("PORT", 0, 65_535, 8000));
            LocalMail.startSweeps(app);
            return gateway;
        } catch (IllegalStateException invalid) {
            throw new CommandFailed(String.valueOf(invalid.getMessage()));
        }
    }

    /// Migrates the database of `DATABASE_URL`, or starts the embedded one.
    private static AutoCloseable database(Map<String, String> environment) throws IOException {
        var external = environment.get("DATABASE_URL");
        if (external != null) {
            LocalDatabase.migrate(dataSource(external));
            return () -> {};
        }
        var folder = DataFolder.lock(FOLDER);
        var database = LocalDatabase.in(folder);
        environment.put("DATABASE_URL", database.url());
        environment.putIfAbsent("TOTP_KEYS", folder.totpKeys());
        return () -> {
            database.close();
            folder.close();
        };
    }

    private static DataSource dataSource(String external) {
        try {
            var url = DatabaseUrl.parse(external);
            var source = new PGSimpleDataSource();
            source.setURL(url.jdbc());
            for (var name : url.properties().stringPropertyNames()) {
                source.setProperty(name, url.properties().getProperty(name));
            }
            source.setSocketTimeout(0); // a migration may take long
            return source;
        } catch (IllegalArgumentException invalid) {
            throw new CommandFailed("DATABASE_URL " + invalid.getMessage());
        } catch (SQLException invalid) {
            throw new CommandFailed("DATABASE_URL has an invalid parameter: " + invalid.getMessage());
        }
    }

    private static void stop(Gateway gateway, AutoCloseable database) {
        try (database;
                gateway) {
            CommandLine.print("Stopping.");
        } catch (Exception failure) {
            CommandLine.print("The server did not stop cleanly: " + failure.getMessage());
        }
    }
}
