package todo.admin;

import todo.App;
import todo.http.Operation;
import todo.http.OperationsFunction;

/// What admins do with the accounts of all, and what they may know of them.
public final class Admin extends OperationsFunction {
    private final Operation listUsers;
    private final Operation getUser;
    private final Operation changeUser;
    private final Operation deleteUser;
    private final Operation listAuditEvents;

    public Admin() {
        this(App.live());
    }

    Admin(App app) {
        this.listUsers = new ListUsers(app);
        this.getUser = new GetUser(app);
        this.changeUser = new ChangeUser(app);
        this.deleteUser = new DeleteUser(app);
        this.listAuditEvents = new ListAuditEvents(app);
        super(app.origins());
    }

    @Override
    public Operation at(String route) {
        return switch (route) {
            case "GET /api/v1/users" -> listUsers;
            case "GET /api/v1/users/{user_id}" -> getUser;
            case "PATCH /api/v1/users/{user_id}" -> changeUser;
            case "DELETE /api/v1/users/{user_id}" -> deleteUser;
            case "GET /api/v1/audit-events" -> listAuditEvents;
            default -> unknown();
        };
    }

    @Override
    protected String rehearsed() {
        return "GET /api/v1/users";
    }
}
