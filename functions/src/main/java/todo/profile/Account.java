package todo.profile;

import todo.App;
import todo.export.ExportAccount;
import todo.export.SqlExports;
import todo.http.HttpSettings;
import todo.http.Operation;
import todo.identities.LinkIdentity;
import todo.identities.ListIdentities;
import todo.identities.SqlIdentities;
import todo.identities.UnlinkIdentity;
import todo.lambda.RoutedFunction;
import todo.mail.MailQueue;
import todo.passwords.Passwords;
import todo.providers.Providers;
import todo.reauthentication.Reauthentication;
import todo.recovery.SendVerification;
import todo.recovery.SqlVerifications;
import todo.sessions.EndSession;
import todo.sessions.EndSessions;
import todo.sessions.ListSessions;
import todo.sessions.SqlSessions;
import todo.totp.SecondFactors;
import todo.twofactor.BeginTwoFactor;
import todo.twofactor.ConfirmTwoFactor;
import todo.twofactor.GetTwoFactor;
import todo.twofactor.ReplaceRecoveryCodes;
import todo.twofactor.SqlTwoFactor;
import todo.twofactor.SwitchOffTwoFactor;

/// Operations on one's own account. They are one function because several need the memory and processor time of
/// bcrypt.
public final class Account extends RoutedFunction {
    private final Operation whoAmI;
    private final Operation replaceProfile;
    private final Operation changeProfile;
    private final Operation sendVerification;
    private final Operation changePassword;
    private final Operation deleteAccount;
    private final Operation listSessions;
    private final Operation endSession;
    private final Operation endSessions;
    private final Operation listIdentities;
    private final Operation linkIdentity;
    private final Operation unlinkIdentity;
    private final Operation exportAccount;
    private final Operation getTwoFactor;
    private final Operation beginTwoFactor;
    private final Operation confirmTwoFactor;
    private final Operation switchOffTwoFactor;
    private final Operation replaceRecoveryCodes;
    private final Passwords passwords;

    public Account() {
        this(
                App.live().profiles(),
                App.live().verifications(),
                App.live().mailQueue(),
                App.live().reauthentication(),
                App.live().passwords(),
                App.live().sessions(),
                App.live().providers(),
                App.live().identities(),
                App.live().exports(),
                App.live().twoFactor(),
                App.live().secondFactors(),
                App.live().http());
    }

    Account(
            SqlProfiles profiles,
            SqlVerifications verifications,
            MailQueue mail,
            Reauthentication reauthentication,
            Passwords passwords,
            SqlSessions sessions,
            Providers providers,
            SqlIdentities identities,
            SqlExports exports,
            SqlTwoFactor twoFactor,
            SecondFactors secondFactors,
            HttpSettings http) {
        var updates = new ProfileUpdates(profiles, reauthentication, mail);
        this.whoAmI = new WhoAmI(profiles);
        this.replaceProfile = new ReplaceProfile(updates);
        this.changeProfile = new ChangeProfile(updates);
        this.sendVerification = new SendVerification(verifications, mail);
        this.changePassword = new ChangePassword(profiles, reauthentication, passwords);
        this.deleteAccount = new DeleteAccount(profiles, reauthentication);
        this.listSessions = new ListSessions(sessions);
        this.endSession = new EndSession(sessions);
        this.endSessions = new EndSessions(sessions);
        this.listIdentities = new ListIdentities(identities);
        this.linkIdentity = new LinkIdentity(providers, identities);
        this.unlinkIdentity = new UnlinkIdentity(identities);
        this.exportAccount = new ExportAccount(exports);
        this.getTwoFactor = new GetTwoFactor(twoFactor);
        this.beginTwoFactor = new BeginTwoFactor(twoFactor, secondFactors);
        this.confirmTwoFactor = new ConfirmTwoFactor(twoFactor, secondFactors);
        this.switchOffTwoFactor = new SwitchOffTwoFactor(twoFactor, reauthentication);
        this.replaceRecoveryCodes = new ReplaceRecoveryCodes(twoFactor, reauthentication);
        this.passwords = passwords;
        super(http);
    }

    @Override
    public Operation at(String route) {
        return switch (route) {
            case "GET /api/v1/users/me", "GET /api/v1/auth/me", "GET /api/auth/me" -> whoAmI;
            case "PUT /api/v1/users/me" -> replaceProfile;
            case "PATCH /api/v1/users/me" -> changeProfile;
            case "POST /api/v1/users/me/email/verification" -> sendVerification;
            case "PUT /api/v1/users/me/password" -> changePassword;
            case "DELETE /api/v1/users/me" -> deleteAccount;
            case "GET /api/v1/users/me/sessions" -> listSessions;
            case "DELETE /api/v1/users/me/sessions/{session_id}" -> endSession;
            case "DELETE /api/v1/users/me/sessions" -> endSessions;
            case "GET /api/v1/users/me/identities" -> listIdentities;
            case "POST /api/v1/users/me/identities" -> linkIdentity;
            case "DELETE /api/v1/users/me/identities/{provider}" -> unlinkIdentity;
            case "GET /api/v1/users/me/export" -> exportAccount;
            case "GET /api/v1/users/me/totp" -> getTwoFactor;
            case "POST /api/v1/users/me/totp" -> beginTwoFactor;
            case "POST /api/v1/users/me/totp/confirm" -> confirmTwoFactor;
            case "DELETE /api/v1/users/me/totp" -> switchOffTwoFactor;
            case "POST /api/v1/users/me/totp/recovery-codes" -> replaceRecoveryCodes;
            default -> unknown();
        };
    }

    @Override
    protected String primingRoute() {
        return "GET /api/v1/users/me";
    }

    @Override
    protected void prime() {
        passwords.match("priming", null);
    }
}
