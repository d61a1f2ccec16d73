package todo.tokens;

import java.util.Map;
import java.util.Optional;
import todo.secrets.Secret;

/// The current token keys. For an unknown key id the secret is fetched again, because the key may have been
/// rotated.
public final class Keyring {
    private final Secret<TokenKeys> secret;

    public Keyring(Secret<TokenKeys> secret) {
        this.secret = secret;
        signing(); // an invalid key stops the start, not the first log-in
    }

    /// Returns the id and the key for new tokens.
    Map.Entry<String, byte[]> signing() {
        return secret.value().signing();
    }

    Optional<byte[]> verifying(String kid) {
        return secret.value().verifying(kid).or(() -> secret.refreshed().verifying(kid));
    }
}
