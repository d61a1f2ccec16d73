package todo.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Function;
import todo.bench.measure.Connection;
import todo.bench.measure.Crowd;
import todo.bench.measure.Relations;
import todo.bench.measure.Report;
import todo.bench.measure.Statements;
import todo.bench.measure.Visit;
import todo.testing.Api;
import todo.testing.AppRole;
import todo.testing.Request;
import todo.testing.Sql;

/// What a request writes: its share of the write-ahead log, and how much tables and indexes grow by a new task.
/// Full images of pages are left out of the log, because how many there are is a matter of the last checkpoint.
///
/// `mvn -q test-compile exec:exec@writes`
public final class Writes {
    private static final int PEOPLE = 100;
    private static final int TASKS = 40;
    private static final int REQUESTS = 1000;
    private static final int CREATIONS = 10_000;

    private final Api api;
    private final Connection connection;
    private final Statements statements;

    private Writes(Api api, Connection connection, Statements statements) {
        this.api = api;
        this.connection = connection;
        this.statements = statements;
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        Report.printAlone();
        var role = AppRole.create("bench", Map.of());
        var statements = Statements.of(Api.database().owner(), role.name());
        Sql.run("alter system set full_page_writes = off");
        Sql.texts("select pg_reload_conf()");
        try (var api = Api.with(Map.of("DATABASE_URL", role.url(), "RATE_LIMIT_USER", "600"));
                var connection = Connection.to(api.url())) {
            var writes = new Writes(api, connection, statements);
            writes.log();
            writes.growth();
        }
        System.exit(0);
    }

    private void log() throws IOException {
        try (var report = new Report("writes", "WAL bytes", "WAL records", "buffers")) {
            row(report, "get a task", Visit::get, 200);
            row(report, "create a task", Visit::create, 201);
            row(report, "create a task, idempotency key", Visit::createOnce, 201);
            row(report, "complete or reopen", Visit::toggle, 200);
            row(report, "change a title", Visit::change, 200);
            row(report, "delete a task", Visit::delete, 200);
            row(report, "create 100 tasks in a batch", Visit::createHundred, 200);
        }
    }

    private void row(Report report, String label, Function<Visit, Request> request, int status) throws IOException {
        var crowd = Crowd.of(PEOPLE, TASKS);
        var before = statements.usage();
        send(crowd, request, status, REQUESTS);
        var used = statements.usage().since(before);
        report.row(label, used.walBytes() / REQUESTS, used.walRecords() / REQUESTS, used.buffers() / REQUESTS);
    }

    /// In bytes by a task.
    private void growth() throws IOException {
        var crowd = Crowd.of(PEOPLE, TASKS);
        var before = Relations.sizes();
        send(crowd, Visit::create, 201, CREATIONS);
        try (var report = new Report("growth", "bytes")) {
            Relations.sizes().forEach((name, size) -> {
                var more = size - before.getOrDefault(name, 0L);
                if (more > 0) {
                    report.row(name, (double) more / CREATIONS);
                }
            });
        }
    }

    private void send(Crowd crowd, Function<Visit, Request> request, int status, int times) throws IOException {
        for (var turn = 0; turn < times; turn++) {
            connection.send(request.apply(Visit.of(api.url(), crowd, turn))).is(status);
        }
    }
}
