package todo.health;

import java.time.Duration;
import java.time.Instant;
import todo.http.Call;
import todo.http.ErrorCode;
import todo.http.Operation;
import todo.http.Problem;
import todo.http.Reply;

/// `GET /api/v1/health/db`
final class Readiness implements Operation {
    private static final Duration RECOVERY = Duration.ofSeconds(5);

    private final LastProbe probe;

    Readiness(LastProbe probe) {
        this.probe = probe;
    }

    @Override
    public Reply handle(Call call) {
        var result = probe.result();
        if (!result.connected()) {
            throw Problem.until(ErrorCode.DATABASE_UNAVAILABLE, RECOVERY).and("status", "unhealthy");
        }
        return Reply.ok(new Ready("healthy", "connected", result.at()));
    }

    private record Ready(String status, String database, Instant timestamp) {}
}
