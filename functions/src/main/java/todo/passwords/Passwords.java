package todo.passwords;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.password4j.BcryptFunction;
import com.password4j.Password;
import com.password4j.types.Bcrypt;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Hashes passwords with bcrypt and checks them. Thread-safe.
@Singleton
public final class Passwords {
    private static final int COST = 12;
    private static final BcryptFunction BCRYPT = BcryptFunction.getInstance(Bcrypt.B, COST);

    /// bcrypt ignores further bytes, so a longer password is first replaced by 64 characters of its HMAC. So is
    /// an empty one, which the library would reject at once, while every check must take the time of one hash.
    private static final int LONGEST_INPUT = 72;
    private static final SecretKeySpec REDUCTION =
            new SecretKeySpec("todo password reduction 1".getBytes(UTF_8), "HmacSHA384");

    /// Checked for unknown accounts, so that they take as long as known ones. No password has this hash.
    private static final String DUMMY = "$2b$12$qjKsu76q5P2q05OkRjEXe.ffHGbQZVSwSLg45lxiE6/Htkl4ekt3.";

    /// A hash keeps a processor busy. More hashes at once would end no sooner and delay other requests.
    private final Semaphore processors = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    /// Passwords are hashed in turn, at most one per processor.
    @Inject
    public Passwords() {}

    /// Returns a new hash with a random salt.
    public String hash(String password) {
        return inTurn(() -> Password.hash(reduced(password)).with(BCRYPT).getResult());
    }

    /// Whether the password has this hash. Takes the time of one hash, also if `hash` is null because the
    /// account does not exist.
    public boolean match(String password, @Nullable String hash) {
        var stored = hash == null ? DUMMY : hash;
        var function = BcryptFunction.getInstanceFromHash(stored);
        var matches = inTurn(() -> Password.check(reduced(password), stored).with(function));
        return hash != null && matches;
    }

    /// Returns a new hash if the given one has a lower cost than new ones, or null.
    public @Nullable String upgraded(String password, @Nullable String hash) {
        return Optional.ofNullable(hash)
                .filter(stored -> BcryptFunction.getInstanceFromHash(stored).getLogarithmicRounds() < COST)
                .map(_ -> hash(password))
                .orElse(null);
    }

    private <T> T inTurn(Supplier<T> work) {
        processors.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            processors.release();
        }
    }

    private static String reduced(String password) {
        var bytes = PasswordRules.normalized(password).getBytes(UTF_8);
        var isInput = bytes.length > 0 && bytes.length <= LONGEST_INPUT;
        return isInput ? new String(bytes, UTF_8) : Base64.getEncoder().encodeToString(hmac(bytes));
    }

    private static byte[] hmac(byte[] bytes) {
        try {
            var mac = Mac.getInstance(REDUCTION.getAlgorithm());
            mac.init(REDUCTION);
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
