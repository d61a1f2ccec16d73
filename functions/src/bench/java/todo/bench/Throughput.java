package todo.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import todo.bench.measure.Cost;
import todo.bench.measure.Crowd;
import todo.bench.measure.Report;
import todo.bench.measure.Statements;
import todo.bench.measure.Visit;
import todo.testing.Api;
import todo.testing.AppRole;
import todo.testing.Command;
import todo.testing.Request;

/// How many requests a second the local gateway answers on this machine, with all functions in one process, a
/// database beside it, and clients that wait for each answer before they ask again. Of so many people that
/// nobody reaches the limit.
///
/// `mvn -q test-compile exec:exec@throughput`, and `-Dconnections=8 -Dseconds=60` for other than 32 and 10.
public final class Throughput {
    private static final int PEOPLE = 200;
    private static final int TASKS = 40;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final List<Load> LOADS = List.of(
            new Load("get a task", Visit::get),
            new Load("list 20 of 40 tasks", Visit::list),
            new Load("create a task", Visit::create),
            new Load("6 get, 3 list, 1 create", Throughput::mixed));

    private Throughput() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        Report.printAlone();
        var connections = Integer.parseInt(arguments[0]);
        var time = Duration.ofSeconds(Integer.parseInt(arguments[1]));
        var role = AppRole.create("bench", Map.of());
        var statements = Statements.of(Api.database().owner(), role.name());
        var environment = Api.environment(Map.of(
                "DATABASE_URL", role.url(),
                "RATE_LIMIT_USER", "600",
                "AWS_LAMBDA_MAX_CONCURRENCY", "16"));
        try (var gateway = Command.start(Path.of("."), environment, GatewayProcess.class.getName());
                var report = new Report(
                        "throughput",
                        "answers/s",
                        "p50 ms",
                        "p95 ms",
                        "p99 ms",
                        "errors",
                        "gateway ms",
                        "database ms")) {
            var api = URI.create(gateway.lines()
                    .lines()
                    .filter(line -> line.startsWith(GatewayProcess.READY))
                    .findFirst()
                    .orElseThrow()
                    .substring(GatewayProcess.READY.length()));
            Thread.startVirtualThread(gateway::output); // or its log would come to a halt
            LOADS.getLast().run(api, Crowd.of(PEOPLE, TASKS), connections, WARM_UP);
            for (var load : LOADS) {
                var crowd = Crowd.of(PEOPLE, TASKS);
                var before = Cost.of(gateway.process().pid(), statements.backends());
                var latencies = load.run(api, crowd, connections, time);
                var cost =
                        Cost.of(gateway.process().pid(), statements.backends()).since(before);
                latencies.report(report, cost);
            }
        }
        System.exit(0);
    }

    private static Request mixed(Visit visit) {
        return switch (visit.number() % 10) {
            case 0 -> visit.create();
            case 1, 2, 3 -> visit.list();
            default -> visit.get();
        };
    }
}
