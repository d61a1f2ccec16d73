package todo.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Function;
import todo.bench.measure.BenchmarkUsers;
import todo.bench.measure.HttpConnection;
import todo.bench.measure.RelationSizes;
import todo.bench.measure.Report;
import todo.bench.measure.StatementStatistics;
import todo.bench.measure.UserRequests;
import todo.testing.Api;
import todo.testing.AppRole;
import todo.testing.Request;
import todo.testing.Sql;

/// Measures the write-ahead log per request, and the growth of tables and indexes per new task. Full page
/// images are turned off, because their number depends on the last checkpoint.
///
/// `mvn -q test-compile exec:exec@writes`
public final class Writes {
    private static final int PEOPLE = 100;
    private static final int TASKS = 40;
    private static final int REQUESTS = 1000;
    private static final int CREATIONS = 10_000;

    private final Api api;
    private final HttpConnection connection;
    private final StatementStatistics statements;

    private Writes(Api api, HttpConnection connection, StatementStatistics statements) {
        this.api = api;
        this.connection = connection;
        this.statements = statements;
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        Report.discardOtherOutput();
        var role = AppRole.create("bench", Map.of());
        var statements = StatementStatistics.of(Api.database().owner(), role.name());
        Sql.run("alter system set full_page_writes = off");
        Sql.texts("select pg_reload_conf()");
        try (var api = Api.with(Map.of("DATABASE_URL", role.url(), "RATE_LIMIT_USER", "600"));
                var connection = HttpConnection.to(api.url())) {
            var writes = new Writes(api, connection, statements);
            writes.log();
            writes.growth();
        }
        System.exit(0);
    }

    private void log() throws IOException {
        try (var report = new Report("writes", "WAL bytes", "WAL records", "buffers")) {
            row(report, "get a task", UserRequests::get, 200);
            row(report, "create a task", UserRequests::create, 201);
            row(report, "create a task, idempotency key", UserRequests::createOnce, 201);
            row(report, "complete or reopen", UserRequests::toggle, 200);
            row(report, "change a title", UserRequests::change, 200);
            row(report, "delete a task", UserRequests::delete, 200);
            row(report, "create 100 tasks in a batch", UserRequests::createHundred, 200);
        }
    }

    private void row(Report report, String label, Function<UserRequests, Request> request, int status)
            throws IOException {
        var users = BenchmarkUsers.of(PEOPLE, TASKS);
        var before = statements.usage();
        send(users, request, status, REQUESTS);
        var used = statements.usage().since(before);
        report.row(label, used.walBytes() / REQUESTS, used.walRecords() / REQUESTS, used.buffers() / REQUESTS);
    }

    /// Reports bytes per task.
    private void growth() throws IOException {
        var users = BenchmarkUsers.of(PEOPLE, TASKS);
        var before = RelationSizes.read();
        send(users, UserRequests::create, 201, CREATIONS);
        try (var report = new Report("growth", "bytes")) {
            RelationSizes.read().forEach((name, size) -> {
                var more = size - before.getOrDefault(name, 0L);
                if (more > 0) {
                    report.row(name, (double) more / CREATIONS);
                }
            });
        }
    }

    private void send(BenchmarkUsers users, Function<UserRequests, Request> request, int status, int times)
            throws IOException {
        for (var number = 0; number < times; number++) {
            connection
                    .send(request.apply(UserRequests.of(api.url(), users, number)))
                    .is(status);
        }
    }
}
