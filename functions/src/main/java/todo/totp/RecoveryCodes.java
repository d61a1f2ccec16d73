package todo.totp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Codes that stand in for a lost second factor, such as `abcd-efgh-ijkl-mnop-qrst-uvwx`. Each has 120 random
/// bits, so a plain hash protects it (OWASP ASVS 6.5.2 requires 112).
public final class RecoveryCodes {
    private static final int COUNT = 10;
    private static final int RANDOM_BYTES = 15;

    private RecoveryCodes() {}

    /// Returns ten new codes.
    public static List<String> random() {
        return Stream.generate(RecoveryCodes::randomCode).limit(COUNT).toList();
    }

    /// Returns the SHA-256 of each code, in hexadecimal.
    public static String[] hashes(List<String> codes) {
        return codes.stream().map(RecoveryCodes::hash).toArray(String[]::new);
    }

    /// Dashes, spaces and the case of letters don't matter.
    static String hash(String code) {
        var plain = code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        return HexFormat.of().formatHex(sha256(plain.getBytes(UTF_8)));
    }

    private static String randomCode() {
        var bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        var text = Base32.encoded(bytes).toLowerCase(Locale.ROOT);
        return text.replaceAll("(.{4})(?!$)", "$1-");
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
