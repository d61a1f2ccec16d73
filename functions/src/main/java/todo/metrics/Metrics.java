package todo.metrics;

import todo.App;
import todo.http.Call;
import todo.http.HttpSettings;
import todo.http.Reply;
import todo.lambda.HttpFunction;

/// `GET /api/v1/metrics`
public final class Metrics extends HttpFunction {
    private final SqlMetrics metrics;

    public Metrics() {
        this(App.live().metrics(), App.live().http());
    }

    Metrics(SqlMetrics metrics, HttpSettings http) {
        this.metrics = metrics;
        super(http);
    }

    @Override
    public Reply handle(Call call) {
        return Reply.text(PrometheusText.CONTENT_TYPE, PrometheusText.of(metrics.read(call.caller())));
    }
}
