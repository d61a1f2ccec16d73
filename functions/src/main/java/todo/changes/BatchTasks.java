package todo.changes;

import java.util.List;
import todo.App;
import todo.http.Call;
import todo.http.HttpFunction;
import todo.http.IdempotencyKey;
import todo.http.Reply;

/// `POST /api/v1/users/{user_id}/tasks/batch`
public final class BatchTasks extends HttpFunction {
    private final Batches batches;

    public BatchTasks() {
        this(App.live());
    }

    BatchTasks(App app) {
        this.batches = app.batches();
        super(app.origins());
    }

    @Override
    public Reply handle(Call call) {
        var results = batches.apply(call.caller(), call.body(BatchOperation::batch), IdempotencyKey.of(call));
        return Reply.ok(new Answer(results));
    }

    private record Answer(List<Result> results) {}
}
