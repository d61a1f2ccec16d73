package todo.totp;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;

/// Makes the secrets of second factors, and checks codes. What a check returns must be marked as used by the
/// statement that it permits, because concurrent requests can have the same code.
///
/// Methods throw the problem `TOTP_NOT_CONFIGURED`, or [todo.secrets.SecretUnavailable].
public final class SecondFactors {
    /// The longest text that is accepted as a code or a recovery code, in characters.
    public static final int LONGEST_CODE = 64;

    private static final int SECRET_BYTES = 20; // of HMAC-SHA-1 (RFC 4226, section 4)
    private static final Pattern CODE = Pattern.compile("\\d{6}");

    private final SecretCipher cipher;
    private final InstantSource clock;

    public SecondFactors(SecretCipher cipher, InstantSource clock) {
        this.cipher = cipher;
        this.clock = clock;
    }

    /// Refuses the request if this server offers no two-factor.
    public void requireKeys() {
        cipher.requireKeys();
    }

    /// Returns a new random secret.
    public NewSecret newSecret(UUID user) {
        var secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return new NewSecret(Base32.encoded(secret), cipher.encrypt(user, secret));
    }

    /// Returns the time step of a code for a secret that was never used, or empty if the code is wrong.
    public OptionalLong stepOf(String code, UUID user, EncryptedSecret secret) {
        return Totp.match(cipher.decrypt(user, secret), plain(code), clock.instant(), 0);
    }

    /// Checks a code or a recovery code. Returns empty if it is wrong or used. A recovery code is checked
    /// without the key.
    public Optional<Proof> check(SecondFactor factor, String code) {
        return CODE.matcher(plain(code)).matches()
                ? checkCode(factor, plain(code))
                : checkRecoveryCode(factor, RecoveryCodes.hash(code));
    }

    private Optional<Proof> checkCode(SecondFactor factor, String code) {
        var secret = cipher.decrypt(factor.user(), factor.secret());
        var step = Totp.match(secret, code, clock.instant(), factor.lastStep());
        if (step.isEmpty()) {
            return Optional.empty();
        }
        var renewed = cipher.isCurrent(factor.secret()) ? null : cipher.encrypt(factor.user(), secret);
        return Optional.of(new Proof(factor.confirmedAt(), step.getAsLong(), renewed, null));
    }

    private static Optional<Proof> checkRecoveryCode(SecondFactor factor, String hash) {
        return factor.recoveryHashes().contains(hash)
                ? Optional.of(new Proof(factor.confirmedAt(), null, null, hash))
                : Optional.empty();
    }

    /// Apps show codes with a space in the middle.
    private static String plain(String code) {
        return code.replaceAll("\\s", "");
    }
}
