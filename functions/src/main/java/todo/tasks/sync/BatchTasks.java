package todo.tasks.sync;

import java.util.List;
import todo.App;
import todo.http.Call;
import todo.http.HttpSettings;
import todo.http.IdempotencyKey;
import todo.http.Reply;
import todo.lambda.HttpFunction;
import todo.tasks.sync.BatchOutcome.Applied;
import todo.tasks.sync.BatchOutcome.Refused;

/// `POST /api/v1/users/{user_id}/tasks/batch`
public final class BatchTasks extends HttpFunction {
    private final Batches batches;

    public BatchTasks() {
        this(App.live().batches(), App.live().http());
    }

    BatchTasks(Batches batches, HttpSettings http) {
        this.batches = batches;
        super(http);
    }

    @Override
    public Reply handle(Call call) {
        return switch (batches.apply(call.caller(), call.body(BatchOperation::batch), IdempotencyKey.of(call))) {
            case Applied(var results) -> Reply.ok(new Answer(results));
            case Refused(var reason, var index) ->
                throw index == null ? reason.problem() : reason.problem().and("index", index);
        };
    }

    private record Answer(List<BatchResult> results) {}
}
