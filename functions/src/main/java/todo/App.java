package todo;

import dagger.BindsInstance;
import dagger.Component;
import jakarta.inject.Singleton;
import todo.accounts.LogIns;
import todo.accounts.Passwords;
import todo.accounts.Tokens;
import todo.accounts.Users;
import todo.database.Probe;
import todo.http.Origins;
import todo.tasks.Tasks;

/// What a function may ask for.
@Singleton
@Component(modules = AppModule.class)
public interface App {
    Origins origins();

    Probe probe();

    Tokens tokens();

    Passwords passwords();

    Users users();

    LogIns logIns();

    Tasks tasks();

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
