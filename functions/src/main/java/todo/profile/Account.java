package todo.profile;

import todo.App;
import todo.export.ExportAccount;
import todo.http.Operation;
import todo.http.OperationsFunction;
import todo.sessions.EndSession;
import todo.sessions.EndSessions;
import todo.sessions.ListSessions;

/// What people do with their own account. It is one function because several of them need bcrypt, its memory and
/// its time.
public final class Account extends OperationsFunction {
    private final Operation whoAmI;
    private final Operation replaceProfile;
    private final Operation changeProfile;
    private final Operation changePassword;
    private final Operation deleteAccount;
    private final Operation listSessions;
    private final Operation endSession;
    private final Operation endSessions;
    private final Operation exportAccount;

    public Account() {
        this(App.live());
    }

    Account(App app) {
        this.whoAmI = new WhoAmI(app);
        this.replaceProfile = new ReplaceProfile(app);
        this.changeProfile = new ChangeProfile(app);
        this.changePassword = new ChangePassword(app);
        this.deleteAccount = new DeleteAccount(app);
        this.listSessions = new ListSessions(app);
        this.endSession = new EndSession(app);
        this.endSessions = new EndSessions(app);
        this.exportAccount = new ExportAccount(app);
        super(app.origins());
    }

    @Override
    public Operation at(String route) {
        return switch (route) {
            case "GET /api/v1/users/me", "GET /api/v1/auth/me", "GET /api/auth/me" -> whoAmI;
            case "PUT /api/v1/users/me" -> replaceProfile;
            case "PATCH /api/v1/users/me" -> changeProfile;
            case "PUT /api/v1/users/me/password" -> changePassword;
            case "DELETE /api/v1/users/me" -> deleteAccount;
            case "GET /api/v1/users/me/sessions" -> listSessions;
            case "DELETE /api/v1/users/me/sessions/{session_id}" -> endSession;
            case "DELETE /api/v1/users/me/sessions" -> endSessions;
            case "GET /api/v1/users/me/export" -> exportAccount;
            default -> unknown();
        };
    }

    @Override
    protected String rehearsed() {
        return "GET /api/v1/users/me";
    }
}
