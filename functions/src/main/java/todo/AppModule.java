package todo;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.Clock;
import todo.accounts.Keyring;
import todo.accounts.LogIns;
import todo.accounts.Passwords;
import todo.accounts.SqlLogIns;
import todo.accounts.SqlUsers;
import todo.accounts.Tokens;
import todo.accounts.Users;
import todo.database.Database;
import todo.database.Guard;
import todo.database.Probe;
import todo.http.Origins;
import todo.tasks.SqlTasks;
import todo.tasks.Tasks;

/// How it is made.
@Module
final class AppModule {
    private AppModule() {}

    @Provides
    static Origins origins(Settings settings) {
        return settings.origins();
    }

    @Provides
    @Singleton
    static Database database(Settings settings) {
        return new Database(settings.databaseUrl(), settings.concurrency());
    }

    @Provides
    static Probe probe(Database database) {
        return new Probe(database);
    }

    @Provides
    @Singleton
    static Tokens tokens(Settings settings) {
        return new Tokens(
                new Keyring(settings.tokenKeys()), settings.stage(), settings.accessTokenTtl(), Clock.systemUTC());
    }

    @Provides
    @Singleton
    static Passwords passwords() {
        return new Passwords();
    }

    @Provides
    @Singleton
    static Guard guard(Database database, Settings settings) {
        return new Guard(database, settings.userLimit());
    }

    @Provides
    @Singleton
    static Users users(Database database, Guard guard, Settings settings) {
        return new SqlUsers(database, guard, settings.registrationLimit());
    }

    @Provides
    @Singleton
    static LogIns logIns(Database database, Settings settings) {
        return new SqlLogIns(database, settings.logInLimit(), settings.lockout());
    }

    @Provides
    @Singleton
    static Tasks tasks(Guard guard) {
        return new SqlTasks(guard);
    }
}
