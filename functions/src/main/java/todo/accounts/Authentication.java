package todo.accounts;

import todo.App;
import todo.http.Operation;
import todo.http.OperationsFunction;

/// Signing up, in and out. They are one function because they share what is heavy: bcrypt, its memory and its
/// time.
public final class Authentication extends OperationsFunction {
    private final Operation register;
    private final Operation logIn;
    private final Operation logOut;

    public Authentication() {
        this(App.live());
    }

    Authentication(App app) {
        this.register = new Register(app);
        this.logIn = new LogIn(app);
        this.logOut = new LogOut(app);
        super(app.origins());
    }

    @Override
    public Operation at(String route) {
        return switch (route) {
            case "POST /api/v1/auth/register",
                    "POST /api/v1/auth/signup",
                    "POST /api/auth/register",
                    "POST /api/auth/signup" -> register;
            case "POST /api/v1/auth/login", "POST /api/auth/login" -> logIn;
            case "POST /api/v1/auth/logout", "POST /api/auth/logout" -> logOut;
            default -> unknown();
        };
    }

    @Override
    protected String rehearsed() {
        return "POST /api/v1/auth/logout";
    }
}
