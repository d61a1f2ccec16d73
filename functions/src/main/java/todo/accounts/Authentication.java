package todo.accounts;

import todo.App;
import todo.http.HttpSettings;
import todo.http.Operation;
import todo.identities.SignIn;
import todo.lambda.RoutedFunction;
import todo.mail.MailQueue;
import todo.passwords.Passwords;
import todo.passwords.SecondFactorChecks;
import todo.providers.ListProviders;
import todo.providers.Providers;
import todo.recovery.ForgotPassword;
import todo.recovery.ResetPassword;
import todo.recovery.SqlPasswordResets;
import todo.recovery.SqlVerifications;
import todo.recovery.VerifyEmail;
import todo.tokens.Tokens;

/// Registration, log-in, log-out, sign-in with providers, and recovery. They are one function because they need
/// the memory and processor time of bcrypt.
public final class Authentication extends RoutedFunction {
    private final Operation register;
    private final Operation logIn;
    private final Operation refresh;
    private final Operation logOut;
    private final Operation forgotPassword;
    private final Operation resetPassword;
    private final Operation verifyEmail;
    private final Operation listProviders;
    private final Operation signIn;
    private final Passwords passwords;
    private final Tokens tokens;

    public Authentication() {
        this(
                App.live().accounts(),
                App.live().logIns(),
                App.live().renewals(),
                App.live().passwordResets(),
                App.live().verifications(),
                App.live().mailQueue(),
                App.live().providers(),
                App.live().signIn(),
                App.live().passwords(),
                App.live().secondFactorChecks(),
                App.live().tokens(),
                App.live().http());
    }

    Authentication(
            SqlAccounts accounts,
            SqlLogIns logIns,
            SqlRenewals renewals,
            SqlPasswordResets resets,
            SqlVerifications verifications,
            MailQueue mail,
            Providers providers,
            SignIn signIn,
            Passwords passwords,
            SecondFactorChecks codes,
            Tokens tokens,
            HttpSettings http) {
        this.register = new Register(accounts, passwords, tokens, mail);
        this.logIn = new LogIn(logIns, passwords, codes, tokens);
        this.refresh = new Refresh(renewals, tokens);
        this.logOut = new LogOut(accounts);
        this.forgotPassword = new ForgotPassword(resets, mail);
        this.resetPassword = new ResetPassword(resets, passwords, mail);
        this.verifyEmail = new VerifyEmail(verifications, mail);
        this.listProviders = new ListProviders(providers);
        this.signIn = signIn;
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
            case "POST /api/v1/auth/refresh" -> refresh;
            case "POST /api/v1/auth/password/forgot" -> forgotPassword;
            case "POST /api/v1/auth/password/reset" -> resetPassword;
            case "POST /api/v1/auth/email/verify" -> verifyEmail;
            case "GET /api/v1/auth/providers" -> listProviders;
            case "POST /api/v1/auth/providers/{provider}" -> signIn;
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
