package todo.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.password4j.BcryptFunction;
import com.password4j.Password;
import com.password4j.types.Bcrypt;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Passwords at rest: bcrypt of cost 12.
public final class Passwords {
    private static final int COST = 12;
    private static final BcryptFunction BCRYPT = BcryptFunction.getInstance(Bcrypt.B, COST);

    /// bcrypt reads no further than this. A longer password is first reduced to 64 characters that depend on all
    /// of it.
    private static final int LONGEST_READ = 72;
    private static final SecretKeySpec REDUCTION =
            new SecretKeySpec("todo password reduction 1".getBytes(UTF_8), "HmacSHA384");

    /// Of a password that nobody has: an account that does not exist must cost as much as one that does.
    private static final String NOBODYS = "$2b$12$C6UzMDM.H6dfI/f/IKcEe.2uQhW1wFqz8u9gR1tC1m7yTqJq3b6vK";

    String hash(String password) {
        return Password.hash(reduced(password)).with(BCRYPT).getResult();
    }

    /// Costs exactly one hash, whether or not there is one to compare with.
    boolean match(String password, @Nullable String hash) {
        var stored = hash == null ? NOBODYS : hash;
        return Password.check(reduced(password), stored).with(BcryptFunction.getInstanceFromHash(stored))
                && hash != null;
    }

    /// A new hash if the stored one was made when less was thought enough.
    @Nullable
    String renewed(String password, @Nullable String hash) {
        var outdated = hash != null && BcryptFunction.getInstanceFromHash(hash).getLogarithmicRounds() < COST;
        return outdated ? hash(password) : null;
    }

    private static String reduced(String password) {
        var bytes = PasswordRules.normalized(password).getBytes(UTF_8);
        return bytes.length > LONGEST_READ ? Base64.getEncoder().encodeToString(hmac(bytes)) : new String(bytes, UTF_8);
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
