package todo.load;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import todo.bench.GatewayProcess;
import todo.bench.measure.SampleDatabase;
import todo.load.measure.ApiLog;
import todo.testing.Command;

/// The API as `mvn` starts it, with a new database of sample data, in a process of its own. Its limits are the
/// defaults, except that for log-ins per address: all users have the same address here.
record LoadedApi(SampleDatabase database, Command gateway, URI url, SampleUsers users, ApiLog log)
        implements AutoCloseable {
    private static final int TASKS_PER_PERSON = 100;

    /// Starts it with one sample person per user.
    static LoadedApi start(Path folder, int people) {
        Machine.require(people);
        delete(folder);
        var database = SampleDatabase.in(folder, people, people * TASKS_PER_PERSON);
        var key = tokenKey();
        var gateway = Command.start(
                Path.of("."),
                Map.of(
                        "DATABASE_URL",
                        database.url(),
                        "TOKEN_KEYS",
                        key,
                        "AWS_LAMBDA_MAX_CONCURRENCY",
                        "16",
                        "RATE_LIMIT_LOGIN",
                        "6000"),
                GatewayProcess.class.getName());
        var url = URI.create(gateway.awaitLine(GatewayProcess.READY).substring(GatewayProcess.READY.length()));
        var users = SampleUsers.withSessions(Jdbi.create(database.owner()), key);
        return new LoadedApi(database, gateway, url, users, ApiLog.of(gateway));
    }

    /// Returns a connection factory for the owner of the database.
    Jdbi owner() {
        return Jdbi.create(database.owner());
    }

    private static String tokenKey() {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        return "load:" + Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new IllegalStateException("The data of the last run can't be deleted", failure);
        }
    }

    @Override
    public void close() {
        gateway.close();
        database.close();
    }
}
