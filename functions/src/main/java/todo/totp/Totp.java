package todo.totp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Time-based one-time passwords (RFC 6238) with HMAC-SHA-1, six digits and steps of 30 seconds: what all
/// authenticator apps support.
final class Totp {
    private static final String ALGORITHM = "HmacSHA1";
    private static final int STEP_SECONDS = 30;
    private static final int MODULUS = 1_000_000;

    /// How many steps a phone's clock may be off, in either direction.
    private static final int DRIFT = 1;

    private Totp() {}

    /// Returns the time step of a valid code, or empty if the code is wrong.
    ///
    /// @param lastStep codes of this step and of earlier ones have been used
    static OptionalLong match(byte[] secret, String code, Instant now, long lastStep) {
        var current = Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
        return LongStream.rangeClosed(current - DRIFT, current + DRIFT)
                .filter(step -> step > lastStep && isEqual(code(secret, step), code))
                .findFirst();
    }

    /// Returns the code of a time step (RFC 4226, section 5.3).
    static String code(byte[] secret, long step) {
        var hash = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        var offset = hash[hash.length - 1] & 0xf;
        var number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
        return "%06d".formatted(number % MODULUS);
    }

    private static boolean isEqual(String code, String given) {
        return MessageDigest.isEqual(code.getBytes(UTF_8), given.getBytes(UTF_8));
    }

    private static byte[] hmac(byte[] secret, byte[] message) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
