package todo.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import todo.bench.measure.BenchmarkUsers;
import todo.bench.measure.Report;
import todo.bench.measure.StatementStatistics;
import todo.bench.measure.Timings;
import todo.bench.measure.UserRequests;
import todo.testing.Api;
import todo.testing.AppRole;
import todo.testing.Command;
import todo.testing.Request;

/// Measures requests per second through the local gateway, with all functions in one process and the database
/// and clients on the same machine. Requests alternate between so many users that none reaches the rate
/// limit.
///
/// `mvn -q test-compile exec:exec@throughput`, and `-Dconnections=8 -Dseconds=60` for other values than 32
/// and 10.
public final class Throughput {
    private static final int PEOPLE = 200;
    private static final int TASKS = 40;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final List<LoadGenerator> LOADS = List.of(
            new LoadGenerator("get a task", UserRequests::get),
            new LoadGenerator("list 20 of 40 tasks", UserRequests::list),
            new LoadGenerator("create a task", UserRequests::create),
            new LoadGenerator("6 get, 3 list, 1 create", Throughput::mixed));

    private Throughput() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        Report.discardOtherOutput();
        var connections = Integer.parseInt(arguments[0]);
        var time = Duration.ofSeconds(Integer.parseInt(arguments[1]));
        var role = AppRole.create("bench", Map.of());
        var statements = StatementStatistics.of(Api.database().owner(), role.name());
        var environment = Api.environment(Map.of(
                "DATABASE_URL", role.url(),
                "RATE_LIMIT_USER", "600",
                "AWS_LAMBDA_MAX_CONCURRENCY", "16"));
        try (var gateway = Command.start(Path.of("."), environment, GatewayProcess.class.getName());
                var report = new Report(
                        "throughput",
                        "responses/s",
                        "p50 ms",
                        "p95 ms",
                        "p99 ms",
                        "errors",
                        "gateway ms",
                        "database ms")) {
            var ready = gateway.awaitLine(GatewayProcess.READY);
            var api = URI.create(ready.substring(GatewayProcess.READY.length()));
            Thread.startVirtualThread(gateway::output); // otherwise the process blocks when its output buffer is full
            LOADS.getLast().run(api, BenchmarkUsers.of(PEOPLE, TASKS), connections, WARM_UP);
            for (var load : LOADS) {
                var users = BenchmarkUsers.of(PEOPLE, TASKS);
                var before = Timings.of(gateway.process().pid(), statements.backends());
                var latencies = load.run(api, users, connections, time);
                var timings = Timings.of(gateway.process().pid(), statements.backends())
                        .since(before);
                latencies.report(report, timings);
            }
        }
        System.exit(0);
    }

    private static Request mixed(UserRequests requests) {
        return switch (requests.number() % 10) {
            case 0 -> requests.create();
            case 1, 2, 3 -> requests.list();
            default -> requests.get();
        };
    }
}
