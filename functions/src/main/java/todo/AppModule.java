package todo;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.Clock;
import todo.accounts.Accounts;
import todo.accounts.LogIns;
import todo.accounts.SqlAccounts;
import todo.accounts.SqlLogIns;
import todo.admin.AllUsers;
import todo.admin.AuditEvents;
import todo.admin.SqlAllUsers;
import todo.admin.SqlAuditEvents;
import todo.changes.Batches;
import todo.changes.SqlChangeFeed;
import todo.database.Database;
import todo.database.Guard;
import todo.database.Probe;
import todo.export.Exports;
import todo.export.SqlExports;
import todo.http.Origins;
import todo.observe.SqlStatistics;
import todo.observe.Statistics;
import todo.passwords.Passwords;
import todo.passwords.SqlAttempts;
import todo.profile.Profiles;
import todo.profile.Reauthentications;
import todo.profile.SqlProfiles;
import todo.profile.SqlReauthentications;
import todo.sessions.Sessions;
import todo.sessions.SqlSessions;
import todo.tasks.SqlTaskWrites;
import todo.tasks.SqlTasks;
import todo.tokens.Keyring;
import todo.tokens.Tokens;

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
    static Accounts accounts(Database database, Guard guard, Settings settings) {
        return new SqlAccounts(database, guard, settings.registrationLimit());
    }

    @Provides
    @Singleton
    static SqlAttempts attempts(Database database, Settings settings) {
        return new SqlAttempts(database, settings.lockout());
    }

    @Provides
    @Singleton
    static LogIns logIns(Database database, SqlAttempts attempts, Settings settings) {
        return new SqlLogIns(database, settings.logInLimit(), attempts, settings.auditRetention());
    }

    @Provides
    @Singleton
    static Profiles profiles(Guard guard, SqlAttempts attempts) {
        return new SqlProfiles(guard, attempts);
    }

    @Provides
    @Singleton
    static Reauthentications reauthentications(Guard guard, SqlAttempts attempts, Passwords passwords) {
        return new SqlReauthentications(guard, attempts, passwords);
    }

    @Provides
    @Singleton
    static Sessions sessions(Guard guard) {
        return new SqlSessions(guard);
    }

    @Provides
    @Singleton
    static Exports exports(Guard guard) {
        return new SqlExports(guard);
    }

    @Provides
    @Singleton
    static SqlTaskWrites taskWrites(Guard guard, Settings settings) {
        return new SqlTaskWrites(guard, settings.tasksPerUser());
    }

    @Provides
    @Singleton
    static SqlTasks tasks(Guard guard, SqlTaskWrites writes) {
        return new SqlTasks(guard, writes);
    }

    @Provides
    @Singleton
    static AllUsers allUsers(Guard guard) {
        return new SqlAllUsers(guard);
    }

    @Provides
    @Singleton
    static AuditEvents auditEvents(Guard guard) {
        return new SqlAuditEvents(guard);
    }

    @Provides
    @Singleton
    static Statistics statistics(Guard guard) {
        return new SqlStatistics(guard);
    }

    @Provides
    @Singleton
    static Batches batches(SqlTaskWrites writes) {
        return new Batches(writes);
    }

    @Provides
    @Singleton
    static SqlChangeFeed changeFeed(Guard guard) {
        return new SqlChangeFeed(guard);
    }
}
