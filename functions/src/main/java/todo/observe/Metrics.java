package todo.observe;

import todo.App;
import todo.http.Call;
import todo.http.HttpFunction;
import todo.http.Reply;

/// `GET /api/v1/metrics`
public final class Metrics extends HttpFunction {
    private final Statistics statistics;

    public Metrics() {
        this(App.live());
    }

    Metrics(App app) {
        this.statistics = app.statistics();
        super(app.origins());
    }

    @Override
    public Reply handle(Call call) {
        return Reply.text(PrometheusText.CONTENT_TYPE, PrometheusText.of(statistics.taken(call.caller())));
    }
}
