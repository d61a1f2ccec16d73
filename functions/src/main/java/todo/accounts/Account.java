package todo.accounts;

import todo.App;
import todo.http.Operation;
import todo.http.OperationsFunction;

/// What people do with their own account.
public final class Account extends OperationsFunction {
    private final Operation whoAmI;

    public Account() {
        this(App.live());
    }

    Account(App app) {
        this.whoAmI = new WhoAmI(app);
        super(app.origins());
    }

    @Override
    public Operation at(String route) {
        return switch (route) {
            case "GET /api/v1/users/me", "GET /api/v1/auth/me", "GET /api/auth/me" -> whoAmI;
            default -> unknown();
        };
    }

    @Override
    protected String rehearsed() {
        return "GET /api/v1/users/me";
    }
}
