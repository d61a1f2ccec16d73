package todo.health;

import java.time.Instant;
import todo.http.Call;
import todo.http.Operation;
import todo.http.Reply;

/// `GET /api/v1/health`
final class Liveness implements Operation {
    @Override
    public Reply handle(Call call) {
        return Reply.ok(new Alive("healthy", Instant.now()));
    }

    private record Alive(String status, Instant timestamp) {}
}
