package todo;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.Clock;
import todo.access.Guard;
import todo.accounts.SqlAccounts;
import todo.accounts.SqlLogIns;
import todo.database.Database;
import todo.http.HttpSettings;
import todo.passwords.SqlAttempts;
import todo.secrets.Keyring;
import todo.tasks.write.SqlTaskWrites;
import todo.tokens.Tokens;

/// Creates the objects that depend on settings. Dagger creates all others by their `@Inject` constructors.
@Module
final class AppModule {
    private AppModule() {}

    @Provides
    static HttpSettings http(Settings settings) {
        return new HttpSettings(settings.origins(), settings.metricsByOperation());
    }

    @Provides
    @Singleton
    static Database database(Settings settings) {
        return new Database(settings.databaseUrl(), settings.concurrency());
    }

    @Provides
    @Singleton
    static Guard guard(Database database, Settings settings) {
        return new Guard(database, settings.userLimit());
    }

    @Provides
    @Singleton
    static Tokens tokens(Settings settings) {
        return new Tokens(
                new Keyring(settings.tokenKeys()), settings.stage(), settings.accessTokenTtl(), Clock.systemUTC());
    }

    @Provides
    static SqlAttempts attempts(Database database, Settings settings) {
        return new SqlAttempts(database, settings.lockout());
    }

    @Provides
    static SqlAccounts accounts(Database database, Guard guard, Settings settings) {
        return new SqlAccounts(database, guard, settings.registrationLimit());
    }

    @Provides
    static SqlLogIns logIns(Database database, SqlAttempts attempts, Settings settings) {
        return new SqlLogIns(
                database, settings.logInLimit(), attempts, settings.auditRetention(), settings.requiresVerifiedEmail());
    }

    @Provides
    static SqlTaskWrites taskWrites(Guard guard, Settings settings) {
        return new SqlTaskWrites(guard, settings.tasksPerUser());
    }
}
