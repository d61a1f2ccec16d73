package todo;

import dagger.BindsInstance;
import dagger.Component;
import jakarta.inject.Singleton;
import todo.accounts.SqlAccounts;
import todo.accounts.SqlLogIns;
import todo.accounts.SqlRenewals;
import todo.admin.SqlAuditEvents;
import todo.admin.SqlUsers;
import todo.database.Probe;
import todo.export.SqlExports;
import todo.http.HttpSettings;
import todo.identities.SignIn;
import todo.identities.SqlIdentities;
import todo.mail.MailQueue;
import todo.mail.MailSender;
import todo.metrics.SqlMetrics;
import todo.passwords.Passwords;
import todo.passwords.SecondFactorChecks;
import todo.profile.SqlProfiles;
import todo.providers.Providers;
import todo.reauthentication.Reauthentication;
import todo.recovery.SqlPasswordResets;
import todo.recovery.SqlVerifications;
import todo.sessions.SqlSessions;
import todo.tasks.SqlTasks;
import todo.tasks.list.SqlTaskList;
import todo.tasks.sync.Batches;
import todo.tasks.sync.SqlChangeFeed;
import todo.tokens.Tokens;
import todo.totp.SecondFactors;
import todo.twofactor.SqlTwoFactor;

/// The object graph: everything that the Lambda functions use. Objects are created when first used.
@Singleton
@Component(modules = {AppModule.class, RecoveryModule.class, MailModule.class, ProviderModule.class, TotpModule.class})
public interface App {
    HttpSettings http();

    Probe probe();

    Tokens tokens();

    Passwords passwords();

    SqlAccounts accounts();

    SqlLogIns logIns();

    SqlRenewals renewals();

    SqlPasswordResets passwordResets();

    SqlVerifications verifications();

    MailQueue mailQueue();

    Providers providers();

    SignIn signIn();

    SqlIdentities identities();

    SecondFactors secondFactors();

    SecondFactorChecks secondFactorChecks();

    SqlProfiles profiles();

    Reauthentication reauthentication();

    SqlSessions sessions();

    SqlExports exports();

    SqlTwoFactor twoFactor();

    SqlTasks tasks();

    SqlTaskList taskList();

    Batches batches();

    SqlChangeFeed changeFeed();

    SqlUsers users();

    SqlAuditEvents auditEvents();

    SqlMetrics metrics();

    MailSettings mailSettings();

    MailSender mailSender();

    /// Creates a graph with these settings.
    static App with(Settings settings) {
        return DaggerApp.factory().create(settings);
    }

    /// Returns the graph of this execution environment. It is created at first use, with the environment's
    /// settings.
    static App live() {
        return Live.APP;
    }

    @Component.Factory
    interface Factory {
        App create(@BindsInstance Settings settings);
    }

    final class Live {
        private static final App APP = with(Settings.from(System.getenv()));

        private Live() {}
    }
}
