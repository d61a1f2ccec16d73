package todo;

import dagger.BindsInstance;
import dagger.Component;
import jakarta.inject.Singleton;
import todo.accounts.Accounts;
import todo.accounts.LogIns;
import todo.admin.AllUsers;
import todo.admin.AuditEvents;
import todo.changes.Batches;
import todo.changes.SqlChangeFeed;
import todo.database.Probe;
import todo.export.Exports;
import todo.http.Origins;
import todo.observe.Statistics;
import todo.passwords.Passwords;
import todo.profile.Profiles;
import todo.profile.Reauthentications;
import todo.sessions.Sessions;
import todo.tasks.SqlTasks;
import todo.tokens.Tokens;

/// What a function may ask for.
@Singleton
@Component(modules = AppModule.class)
public interface App {
    Origins origins();

    Probe probe();

    Tokens tokens();

    Passwords passwords();

    Accounts accounts();

    Profiles profiles();

    Reauthentications reauthentications();

    Sessions sessions();

    Exports exports();

    LogIns logIns();

    SqlTasks tasks();

    AllUsers allUsers();

    AuditEvents auditEvents();

    Statistics statistics();

    Batches batches();

    SqlChangeFeed changeFeed();

    static App with(Settings settings) {
        return DaggerApp.factory().create(settings);
    }

    /// The one of this execution environment: made when first asked for, and kept warm.
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
