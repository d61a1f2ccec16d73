package todo.health;

import todo.App;
import todo.docs.ShowDocument;
import todo.http.Operation;
import todo.http.OperationsFunction;

/// What anyone may know of the API, without a token.
public final class Information extends OperationsFunction {
    private final Operation liveness;
    private final Operation readiness;
    private final Operation showDocument;

    public Information() {
        this(App.live());
    }

    Information(App app) {
        this.liveness = new Liveness();
        this.readiness = new Readiness(app);
        this.showDocument = new ShowDocument();
        super(app.origins());
    }

    @Override
    public Operation at(String route) {
        return switch (route) {
            case "GET /api/v1/health", "GET /health" -> liveness;
            case "GET /api/v1/health/db", "GET /health/db" -> readiness;
            case "GET /openapi.yaml", "GET /openapi.json", "GET /docs", "GET /redoc", "GET /docs/{file}" ->
                showDocument;
            default -> unknown();
        };
    }

    @Override
    protected String rehearsed() {
        return "GET /api/v1/health/db";
    }
}
