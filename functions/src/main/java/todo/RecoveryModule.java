package todo;

import dagger.Module;
import dagger.Provides;
import todo.access.Guard;
import todo.accounts.SqlRenewals;
import todo.database.Database;
import todo.recovery.SqlPasswordResets;
import todo.recovery.SqlVerifications;

/// Creates the stores of recovery, verification and renewal.
@Module
final class RecoveryModule {
    private RecoveryModule() {}

    @Provides
    static SqlPasswordResets passwordResets(Database database, Settings settings) {
        return new SqlPasswordResets(database, settings.forgotLimit(), settings.logInLimit());
    }

    @Provides
    static SqlVerifications verifications(Database database, Guard guard, Settings settings) {
        return new SqlVerifications(database, guard, settings.logInLimit());
    }

    @Provides
    static SqlRenewals renewals(Guard guard, Settings settings) {
        return new SqlRenewals(guard, settings.sessionMaxAge(), settings.requiresVerifiedEmail());
    }
}
