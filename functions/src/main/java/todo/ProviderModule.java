package todo;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import todo.database.Database;
import todo.identities.SqlSignIns;
import todo.providers.Providers;

/// Creates what sign-in with identity providers needs.
@Module
final class ProviderModule {
    private ProviderModule() {}

    @Provides
    @Singleton
    static Providers providers(Settings settings) {
        var providers = ProviderSettings.from(settings);
        return new Providers(
                providers.registrations(), providers.redirects(), providers.urls(), InstantSource.system());
    }

    @Provides
    static SqlSignIns signIns(Database database, Settings settings) {
        return new SqlSignIns(
                database, settings.logInLimit(), settings.auditRetention(), settings.requiresVerifiedEmail());
    }
}
