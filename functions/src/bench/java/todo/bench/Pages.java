package todo.bench;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.SECONDS;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import todo.bench.measure.DatabaseUsage;
import todo.bench.measure.HttpConnection;
import todo.bench.measure.Report;
import todo.bench.measure.SampleDatabase;
import todo.bench.measure.SampleUser;
import todo.bench.measure.StatementStatistics;
import todo.testing.Api;

/// Measures a page of a long list in the database: planning and execution in milliseconds, and accessed
/// buffers, each the minimum of several requests. The list is that of the sample user with most tasks,
/// `tasks / √people`.
///
/// `mvn -q test-compile exec:exec@pages -Dpeople=100 -Dtasks=1000000`. The data remain in `-Dfolder`, by
/// default `target/bench`, and are reused.
public final class Pages {
    private static final int ROUNDS = 7;
    private static final int HUNDREDS = 80;
    private static final List<String> SORTS = List.of("created_at", "updated_at", "due_date", "priority", "title");
    private static final List<String> FILTERS = List.of(
            "priority=urgent",
            "priority=high,urgent",
            "status=completed&priority=low",
            "search=dentist",
            "search=nothing%20like%20it",
            "overdue=true",
            "overdue=true&sort_by=due_date&order=asc",
            "page=2000");

    private final SampleUser user;
    private final StatementStatistics statements;
    private final Report report;

    private Pages(SampleUser user, StatementStatistics statements, Report report) {
        this.user = user;
        this.statements = statements;
        this.report = report;
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        Report.discardOtherOutput();
        var people = Integer.parseInt(arguments[0]);
        var tasks = Integer.parseInt(arguments[1]);
        var name = "pages-%d-%d".formatted(people, tasks);
        try (var database = SampleDatabase.in(Path.of(arguments[2]).resolve(name), people, tasks);
                var gateway = GatewayProcess.start(environment(database));
                var connection = HttpConnection.to(gateway.url());
                var report = new Report(name, "planning ms", "execution ms", "buffers", "total")) {
            var statements = StatementStatistics.of(database.owner(), "todo_app");
            var most = SampleUser.logIn(gateway.url(), connection, 1);
            new Pages(most, statements, report).measure();
            var usual = SampleUser.logIn(gateway.url(), connection, Math.max(1, people / 4));
            new Pages(usual, statements, report).row("a usual person's first page", "");
        }
        System.exit(0);
    }

    /// Without rate limit, because all requests are from one user.
    private static Map<String, String> environment(SampleDatabase database) {
        return Map.of("DATABASE_URL", database.url(), "TOKEN_KEYS", "bench:" + Api.TOKEN_KEY, "RATE_LIMIT_USER", "0");
    }

    private void measure() throws IOException {
        for (var sort : SORTS) {
            for (var order : List.of("desc", "asc")) {
                var sorted = "sort_by=" + sort + "&order=" + order;
                row(sort + " " + order, sorted);
                row(sort + " " + order + " pending", sorted + "&status=pending");
            }
        }
        for (var filter : FILTERS) {
            row(filter.replace("%20", " "), filter);
        }
        var now = Instant.now().truncatedTo(SECONDS);
        row("due in the next 7 days", "due_after=%s&due_before=%s".formatted(now, now.plus(7, DAYS)));
        for (var sorted : List.of("created_at&order=desc", "due_date&order=asc")) {
            var query = "sort_by=" + sorted;
            row(sorted.replace("&order=", " ") + ", page 401", query + "&cursor=" + user.cursor(query, HUNDREDS));
        }
    }

    private void row(String label, String query) throws IOException {
        var minimum = DatabaseUsage.MAX;
        var total = 0;
        for (var round = 0; round < ROUNDS; round++) {
            var before = statements.usage();
            total = user.list(query).path("total").asInt();
            minimum = minimum.min(statements.usage().since(before));
        }
        report.row(label, minimum.planning(), minimum.execution(), minimum.buffers(), total);
    }
}
