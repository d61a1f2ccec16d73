package todo.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import todo.bench.measure.Cost;
import todo.bench.measure.Crowd;
import todo.bench.measure.Report;
import todo.bench.measure.Statements;
import todo.testing.Api;
import todo.testing.AppRole;

/// The processor time of one request when all is warm: of the function, under AWS's own runtime client and
/// compiled by C1 as in Lambda, and of the database's process that serves it. With the standard limit of
/// requests, and without.
///
/// `mvn -q test-compile exec:exec@warm-cpu`
public final class WarmCpu {
    private static final List<WarmCase> OPERATIONS = List.of(
            new WarmCase("get a task", "todo.tasks.GetTask", "\"statusCode\":200", Turn::get),
            new WarmCase("list 20 of 40 tasks", "todo.tasks.list.ListTasks", "\"statusCode\":200", Turn::list),
            new WarmCase("create a task", "todo.tasks.CreateTask", "\"statusCode\":201", Turn::create),
            new WarmCase("complete or reopen", "todo.tasks.CompleteTask", "\"statusCode\":200", Turn::toggle),
            new WarmCase("change a title", "todo.tasks.ChangeTask", "\"statusCode\":200", Turn::change));
    private static final WarmCase REFUSED =
            new WarmCase("refused by the limit", "todo.tasks.GetTask", "\"statusCode\":429", Turn::get);
    private static final WarmCase AUTHORIZER =
            new WarmCase("authorizer", "todo.tokens.Authorizer", "\"Allow\"", Turn::authorize);
    private static final int PEOPLE = 200;
    private static final int TASKS = 40;

    private WarmCpu() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        Report.printAlone();
        var role = AppRole.create("bench", Map.of());
        var statements = Statements.of(Api.database().owner(), role.name());
        try (var report = new Report("warm-cpu", "function ms", "database ms", "sum ms")) {
            for (var limit : List.of("600", "0")) {
                for (var operation : OPERATIONS) {
                    var function =
                            new WarmFunction(operation, Crowd.of(PEOPLE, TASKS), environment(role, limit), statements);
                    row(report, operation.label() + ", limit " + limit, function.measure());
                }
            }
            var one = new WarmFunction(REFUSED, Crowd.of(1, 1), environment(role, "600"), statements);
            row(report, REFUSED.label() + " of 600", one.measureRefused(600));
            var all = new WarmFunction(AUTHORIZER, Crowd.of(PEOPLE, 1), environment(role, "600"), statements);
            row(report, AUTHORIZER.label(), all.measure());
        }
        System.exit(0);
    }

    private static void row(Report report, String label, Cost cost) {
        report.row(label, cost.function(), cost.database(), cost.function() + cost.database());
    }

    private static Map<String, String> environment(AppRole role, String limit) {
        return Api.environment(Map.of("DATABASE_URL", role.url(), "RATE_LIMIT_USER", limit));
    }
}
