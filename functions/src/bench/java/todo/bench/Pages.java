package todo.bench;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.SECONDS;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import todo.bench.measure.Connection;
import todo.bench.measure.Report;
import todo.bench.measure.SampleDatabase;
import todo.bench.measure.SamplePerson;
import todo.bench.measure.Statements;
import todo.bench.measure.Usage;
import todo.testing.Api;

/// What the database does for a page of a long list: milliseconds of planning and of execution, and buffers
/// looked at, each the least of several requests. The list is that of the sample person with most tasks, who
/// has `tasks / √people` of them.
///
/// `mvn -q test-compile exec:exec@pages -Dpeople=100 -Dtasks=1000000`. The data stay in `-Dfolder`, by default
/// `target/bench`, for the next time.
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

    private final SamplePerson person;
    private final Statements statements;
    private final Report report;

    private Pages(SamplePerson person, Statements statements, Report report) {
        this.person = person;
        this.statements = statements;
        this.report = report;
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        Report.printAlone();
        var people = Integer.parseInt(arguments[0]);
        var tasks = Integer.parseInt(arguments[1]);
        var name = "pages-%d-%d".formatted(people, tasks);
        try (var database = SampleDatabase.in(Path.of(arguments[2]).resolve(name), people, tasks);
                var gateway = GatewayProcess.start(environment(database));
                var connection = Connection.to(gateway.url());
                var report = new Report(name, "planning ms", "execution ms", "buffers", "total")) {
            var statements = Statements.of(database.owner(), "todo_app");
            var most = SamplePerson.logIn(gateway.url(), connection, 1);
            new Pages(most, statements, report).measure();
            var usual = SamplePerson.logIn(gateway.url(), connection, Math.max(1, people / 4));
            new Pages(usual, statements, report).row("a usual person's first page", "");
        }
        System.exit(0);
    }

    /// Without a limit, because one person asks everything here.
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
            row(sorted.replace("&order=", " ") + ", page 401", query + "&cursor=" + person.cursor(query, HUNDREDS));
        }
    }

    private void row(String label, String query) throws IOException {
        var least = Usage.MOST;
        var total = 0;
        for (var round = 0; round < ROUNDS; round++) {
            var before = statements.usage();
            total = person.list(query).path("total").asInt();
            least = least.least(statements.usage().since(before));
        }
        report.row(label, least.planning(), least.execution(), least.buffers(), total);
    }
}
