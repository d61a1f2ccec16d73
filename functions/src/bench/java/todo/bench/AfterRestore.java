package todo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Map;
import todo.bench.measure.Report;
import todo.bench.measure.Statements;
import todo.bench.measure.TlsServer;
import todo.testing.Api;
import todo.testing.AppRole;
import todo.testing.Events;
import todo.testing.LambdaJvm;
import todo.testing.People;

/// What the first request after a restore costs, beside a warm one. The function starts as SnapStart starts it:
/// the runtime client runs the hooks before the snapshot, which rehearse requests and close all connections.
/// Then, in place of the snapshot, it goes on: the hooks after the restore, and one request, which connects by
/// TLS and logs in by SCRAM.
///
/// `mvn -q test-compile exec:exec@after-restore`, and `-Druns=20` for more than ten restores.
public final class AfterRestore {
    private static final String OPTIONS = "JAVA_TOOL_OPTIONS";

    private AfterRestore() {}

    public static void main(String[] arguments)
            throws IOException, SQLException, GeneralSecurityException, InterruptedException {
        Report.printAlone();
        var runs = Integer.parseInt(arguments[0]);
        var role = AppRole.create("bench", Map.of());
        TlsServer.enable(role.name());
        var environment = Api.environment(
                Map.of("DATABASE_URL", role.url() + "?sslmode=require", "RATE_LIMIT_USER", "600", OPTIONS, options()));
        var statements = Statements.of(Api.database().owner(), role.name());
        var alice = People.with("user");
        var events = new Events(alice, alice.newTask("Buy milk"));
        try (var report = new Report("after-restore", "wall ms", "function ms", "database ms")) {
            var getTask = LambdaJvm.of("todo.tasks.GetTask", environment);
            new Restore(getTask, events.read("get-task"), statements).report(report, "get a task", runs);
            var authorizer = LambdaJvm.of("todo.tokens.Authorizer", environment);
            new Restore(authorizer, events.read("authorizer"), statements).report(report, "authorizer", runs);
        }
        System.exit(0);
    }

    /// What the template gives the JVM of each function.
    private static String options() throws IOException {
        try (var lines = Files.lines(Path.of("template.yaml"))) {
            return lines.filter(line -> line.contains(OPTIONS))
                    .map(line -> line.replaceAll(".*" + OPTIONS + ":|#.*", "").strip())
                    .findFirst()
                    .orElse("");
        }
    }
}
