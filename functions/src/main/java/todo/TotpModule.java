package todo;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import todo.secrets.Keyring;
import todo.totp.SecondFactors;
import todo.totp.SecretCipher;

/// Creates what two-factor needs. A secret in AWS is fetched when it is first used.
@Module
final class TotpModule {
    private TotpModule() {}

    @Provides
    @Singleton
    static SecondFactors secondFactors(Settings settings) {
        var keyring = settings.totpKeys().map(Keyring::new).orElse(null);
        return new SecondFactors(new SecretCipher(keyring), InstantSource.system());
    }
}
