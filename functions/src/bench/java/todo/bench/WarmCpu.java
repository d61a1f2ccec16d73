package todo.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import todo.bench.measure.BenchmarkUsers;
import todo.bench.measure.Report;
import todo.bench.measure.StatementStatistics;
import todo.bench.measure.Timings;
import todo.testing.Api;
import todo.testing.AppRole;

/// Measures the CPU time of a warm request in the function, which runs under AWS's runtime client and with C1
/// as in Lambda, and in its database server process: with the default rate limit, and without.
///
/// `mvn -q test-compile exec:exec@warm-cpu`
public final class WarmCpu {
    private static final List<WarmOperation> OPERATIONS = List.of(
            new WarmOperation("get a task", "todo.tasks.GetTask", "\"statusCode\":200", UserEvents::get),
            new WarmOperation(
                    "list 20 of 40 tasks", "todo.tasks.list.ListTasks", "\"statusCode\":200", UserEvents::list),
            new WarmOperation("create a task", "todo.tasks.CreateTask", "\"statusCode\":201", UserEvents::create),
            new WarmOperation(
                    "complete or reopen", "todo.tasks.CompleteTask", "\"statusCode\":200", UserEvents::toggle),
            new WarmOperation("change a title", "todo.tasks.ChangeTask", "\"statusCode\":200", UserEvents::change));
    private static final WarmOperation RATE_LIMITED =
            new WarmOperation("refused by the limit", "todo.tasks.GetTask", "\"statusCode\":429", UserEvents::get);
    private static final WarmOperation AUTHORIZER =
            new WarmOperation("authorizer", "todo.tokens.Authorizer", "\"Allow\"", UserEvents::authorize);
    private static final int PEOPLE = 200;
    private static final int TASKS = 40;

    private WarmCpu() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        Report.discardOtherOutput();
        var role = AppRole.create("bench", Map.of());
        var statements = StatementStatistics.of(Api.database().owner(), role.name());
        try (var report = new Report("warm-cpu", "function ms", "database ms", "sum ms")) {
            for (var limit : List.of("600", "0")) {
                for (var operation : OPERATIONS) {
                    var function = new WarmFunction(
                            operation, BenchmarkUsers.of(PEOPLE, TASKS), environment(role, limit), statements);
                    row(report, operation.label() + ", limit " + limit, function.measure());
                }
            }
            var one = new WarmFunction(RATE_LIMITED, BenchmarkUsers.of(1, 1), environment(role, "600"), statements);
            row(report, RATE_LIMITED.label() + " of 600", one.measureRateLimited(600));
            var all = new WarmFunction(AUTHORIZER, BenchmarkUsers.of(PEOPLE, 1), environment(role, "600"), statements);
            row(report, AUTHORIZER.label(), all.measure());
        }
        System.exit(0);
    }

    private static void row(Report report, String label, Timings timings) {
        report.row(label, timings.function(), timings.database(), timings.function() + timings.database());
    }

    private static Map<String, String> environment(AppRole role, String limit) {
        return Api.environment(Map.of("DATABASE_URL", role.url(), "RATE_LIMIT_USER", limit));
    }
}
