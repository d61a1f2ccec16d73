package todo.tokens;

import java.util.Map;
import java.util.Optional;
import todo.secrets.Secret;

/// The token keys in force. A key id that is not among them may be newer than what is in hand: it is looked for
/// once more.
public final class Keyring {
    private final Secret<TokenKeys> secret;

    public Keyring(Secret<TokenKeys> secret) {
        this.secret = secret;
        signing(); // a wrong key stops the start, not the first log-in
    }

    Map.Entry<String, byte[]> signing() {
        return secret.value().signing();
    }

    Optional<byte[]> verifying(String kid) {
        return secret.value().verifying(kid).or(() -> secret.refreshed().verifying(kid));
    }
}
