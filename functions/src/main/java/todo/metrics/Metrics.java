package todo.metrics;

import todo.App;
import todo.http.Call;
import todo.http.Origins;
import todo.http.Reply;
import todo.lambda.HttpFunction;

/// `GET /api/v1/metrics`
public final class Metrics extends HttpFunction {
    private final SqlMetrics metrics;

    public Metrics() {
        this(App.live().metrics(), App.live().origins());
    }

    Metrics(SqlMetrics metrics, Origins origins) {
        this.metrics = metrics;
        super(origins);
    }

    @Override
    public Reply handle(Call call) {
        return Reply.text(PrometheusText.CONTENT_TYPE, PrometheusText.of(metrics.read(call.caller())));
    }
}
