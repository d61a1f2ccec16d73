package todo.health;

import java.time.InstantSource;
import todo.App;
import todo.database.Probe;
import todo.docs.ShowDocument;
import todo.http.HttpSettings;
import todo.http.Operation;
import todo.lambda.RoutedFunction;

/// Health checks and documentation, which need no token.
public final class Information extends RoutedFunction {
    private final Operation liveness;
    private final Operation readiness;
    private final Operation showDocument;

    public Information() {
        this(App.live().probe(), App.live().http());
    }

    Information(Probe probe, HttpSettings http) {
        this.liveness = new Liveness();
        this.readiness = new Readiness(new LastProbe(probe, InstantSource.system()));
        this.showDocument = new ShowDocument();
        super(http);
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
    protected String primingRoute() {
        return "GET /api/v1/health/db";
    }
}
