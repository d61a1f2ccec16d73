package todo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Map;
import todo.bench.measure.PostgresTls;
import todo.bench.measure.Report;
import todo.bench.measure.StatementStatistics;
import todo.testing.Api;
import todo.testing.AppRole;
import todo.testing.Events;
import todo.testing.LambdaJvm;
import todo.testing.People;

/// Measures the first request after a SnapStart restore, and a warm one. The runtime client runs the
/// before-checkpoint hooks, which execute warm-up requests and close all connections. No snapshot is taken:
/// the process continues with the after-restore hooks and one request, which connects with TLS and
/// authenticates with SCRAM.
///
/// Run it with `mvn -q test-compile exec:exec@after-restore`. It makes ten restores; `-Druns=20` makes twenty.
public final class AfterRestore {
    private static final String OPTIONS = "JAVA_TOOL_OPTIONS";

    private AfterRestore() {}

    public static void main(String[] arguments)
            throws IOException, SQLException, GeneralSecurityException, InterruptedException {
        Report.discardOtherOutput();
        var runs = Integer.parseInt(arguments[0]);
        var role = AppRole.create("bench", Map.of());
        PostgresTls.enable(role.name());
        var environment = Api.environment(
                Map.of("DATABASE_URL", role.url() + "?sslmode=require", "RATE_LIMIT_USER", "600", OPTIONS, options()));
        var statements = StatementStatistics.of(Api.database().owner(), role.name());
        var alice = People.with("user");
        var events = new Events(alice, alice.newTask("Buy milk"));
        try (var report = new Report("after-restore", "wall ms", "function ms", "database ms")) {
            var getTask = LambdaJvm.of("todo.tasks.GetTask", environment);
            new RestoreMeasurement(getTask, events.read("get-task"), statements).report(report, "get a task", runs);
            var authorizer = LambdaJvm.of("todo.tokens.Authorizer", environment);
            new RestoreMeasurement(authorizer, events.read("authorizer"), statements)
                    .report(report, "authorizer", runs);
        }
        System.exit(0);
    }

    /// Returns the JVM options of the functions in the template.
    private static String options() throws IOException {
        try (var lines = Files.lines(Path.of("template.yaml"))) {
            return lines.filter(line -> line.contains(OPTIONS))
                    .map(line -> line.replaceAll(".*" + OPTIONS + ":|#.*", "").strip())
                    .findFirst()
                    .orElse("");
        }
    }
}
