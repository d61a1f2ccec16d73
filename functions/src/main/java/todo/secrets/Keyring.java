package todo.secrets;

import java.util.Map;
import java.util.Optional;
import todo.telemetry.Incident;

/// The current keys. For an unknown key id the secret is fetched again, because the key may have been rotated.
public final class Keyring {
    private final Secret<KeySet> secret;

    public Keyring(Secret<KeySet> secret) {
        this.secret = secret;
    }

    /// Returns the key for what is made now, with its id.
    ///
    /// @throws SecretUnavailable if there are no keys
    public Map.Entry<String, byte[]> current() {
        return secret.value().current();
    }

    /// Returns the key with this id, or empty if it is unknown.
    ///
    /// @throws SecretUnavailable if there are no keys
    public Optional<byte[]> find(String kid) {
        return secret.value().find(kid).or(() -> secret.refreshed().find(kid));
    }

    /// Returns the key with this id, which has encrypted a stored value.
    ///
    /// @throws SecretUnavailable if it is unknown
    public byte[] require(String kid) {
        return find(kid).orElseThrow(() -> missing(kid));
    }

    private static SecretUnavailable missing(String kid) {
        Incident.SECRET_UNREADABLE.report("The key " + kid + ", which has encrypted stored values, is missing");
        return new SecretUnavailable();
    }
}
