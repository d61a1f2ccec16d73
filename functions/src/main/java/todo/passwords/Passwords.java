package todo.passwords;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.password4j.BcryptFunction;
import com.password4j.Password;
import com.password4j.types.Bcrypt;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Passwords at rest: bcrypt of cost 12.
public final class Passwords {
    private static final int COST = 12;
    private static final BcryptFunction BCRYPT = BcryptFunction.getInstance(Bcrypt.B, COST);

    /// bcrypt reads no further than this. A longer password is first reduced to 64 characters that depend on all
    /// of it; so is an empty one, for which the library would answer at once where every guess must cost a hash.
    private static final int LONGEST_READ = 72;
    private static final SecretKeySpec REDUCTION =
            new SecretKeySpec("todo password reduction 1".getBytes(UTF_8), "HmacSHA384");

    /// Of a password that nobody has: an account that does not exist must cost as much as one that does.
    private static final String NOBODYS = "$2b$12$qjKsu76q5P2q05OkRjEXe.ffHGbQZVSwSLg45lxiE6/Htkl4ekt3.";

    /// A hash keeps a processor busy: more at once would not be done sooner, and keep other requests waiting.
    private final Semaphore processors = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    public String hash(String password) {
        return inTurn(() -> Password.hash(reduced(password)).with(BCRYPT).getResult());
    }

    /// Costs exactly one hash, whether or not there is one to compare with.
    public boolean match(String password, @Nullable String hash) {
        var stored = hash == null ? NOBODYS : hash;
        var function = BcryptFunction.getInstanceFromHash(stored);
        var right = inTurn(() -> Password.check(reduced(password), stored).with(function));
        return hash != null && right;
    }

    /// A new hash if the stored one was made when less was thought enough.
    public @Nullable String renewed(String password, @Nullable String hash) {
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
        var readable = bytes.length > 0 && bytes.length <= LONGEST_READ;
        return readable ? new String(bytes, UTF_8) : Base64.getEncoder().encodeToString(hmac(bytes));
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
