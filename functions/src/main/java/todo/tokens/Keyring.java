package todo.tokens;

import java.util.Map;
import java.util.Optional;
import todo.secrets.Secret;

/// The token keys in force. A key id that is not among them may be newer than what is in hand: it is looked for
/// once more.
public final class Keyring {
    private final Secret secret;

    public Keyring(Secret secret) {
        this.secret = secret;
        signing(); // a wrong key stops the start, not the first log-in
    }

    Map.Entry<String, byte[]> signing() {
        return TokenKeys.parse(secret.value()).signing();
    }

    Optional<byte[]> verifying(String kid) {
        return TokenKeys.parse(secret.value())
                .verifying(kid)
                .or(() -> TokenKeys.parse(secret.refreshed()).verifying(kid));
    }
}
