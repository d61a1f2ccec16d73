package todo.admin;

import todo.App;
import todo.http.HttpSettings;
import todo.http.Operation;
import todo.lambda.RoutedFunction;

/// Operations for admins: managing all accounts and reading the audit trail.
public final class Admin extends RoutedFunction {
    private final Operation listUsers;
    private final Operation getUser;
    private final Operation changeUser;
    private final Operation deleteUser;
    private final Operation listAuditEvents;

    public Admin() {
        this(App.live().users(), App.live().auditEvents(), App.live().http());
    }

    Admin(SqlUsers users, SqlAuditEvents auditEvents, HttpSettings http) {
        this.listUsers = new ListUsers(users);
        this.getUser = new GetUser(users);
        this.changeUser = new ChangeUser(users);
        this.deleteUser = new DeleteUser(users);
        this.listAuditEvents = new ListAuditEvents(auditEvents);
        super(http);
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
    protected String primingRoute() {
        return "GET /api/v1/users";
    }
}
