package todo.accounts;

import todo.App;
import todo.http.HttpSettings;
import todo.http.Operation;
import todo.lambda.RoutedFunction;
import todo.passwords.Passwords;
import todo.tokens.Tokens;

/// Registration, log-in and log-out. They are one function because they need the memory and processor time of
/// bcrypt.
public final class Authentication extends RoutedFunction {
    private final Operation register;
    private final Operation logIn;
    private final Operation logOut;
    private final Passwords passwords;
    private final Tokens tokens;

    public Authentication() {
        this(
                App.live().accounts(),
                App.live().logIns(),
                App.live().passwords(),
                App.live().tokens(),
                App.live().http());
    }

    Authentication(SqlAccounts accounts, SqlLogIns logIns, Passwords passwords, Tokens tokens, HttpSettings http) {
        this.register = new Register(accounts, passwords, tokens);
        this.logIn = new LogIn(logIns, passwords, tokens);
        this.logOut = new LogOut(accounts);
        this.passwords = passwords;
        this.tokens = tokens;
        super(http);
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
    protected String primingRoute() {
        return "POST /api/v1/auth/logout";
    }

    @Override
    protected void prime() {
        passwords.match("priming", null);
        tokens.primingToken();
    }
}
