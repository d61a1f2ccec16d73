package todo.tokens;

import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Token keys by key id. The first one signs, all verify, so a rotation ends no session.
public final class TokenKeys {
    private static final int SHORTEST = 32;
    private static final int LEAST_DIFFERENT_BYTES = 16;
    private static final String FORM = "must be kid:base64url,kid:base64url,… with different kids";

    private final SequencedMap<String, byte[]> keys;

    private TokenKeys(SequencedMap<String, byte[]> keys) {
        this.keys = keys;
    }

    /// Parses `kid:base64url,…`, or a JSON object of the same pairs, which need no escaping.
    ///
    /// @throws IllegalArgumentException with a message that follows the setting's name and quotes no key
    public static TokenKeys parse(String text) {
        var keys = Arrays.stream(text.replaceAll("[{}\"]", "").split(",", -1))
                .map(entry -> entry.strip().split("\\s*:\\s*", -1))
                .collect(toMap(TokenKeys::kid, TokenKeys::key, TokenKeys::refuseTwice, LinkedHashMap::new));
        return new TokenKeys(keys);
    }

    Map.Entry<String, byte[]> signing() {
        return keys.firstEntry();
    }

    Optional<byte[]> verifying(String kid) {
        return Optional.ofNullable(keys.get(kid));
    }

    private static String kid(String[] entry) {
        if (entry.length != 2 || !entry[0].matches("[A-Za-z0-9._-]{1,64}")) {
            throw new IllegalArgumentException(FORM);
        }
        return entry[0];
    }

    private static byte[] key(String[] entry) {
        var key = decoded(entry[1]);
        if (key.length < SHORTEST) {
            throw new IllegalArgumentException("must have keys of at least " + SHORTEST + " bytes");
        }
        if (differentBytes(key) < LEAST_DIFFERENT_BYTES) {
            throw new IllegalArgumentException("must have random keys: one of these is too regular");
        }
        return key;
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException _) {
            throw new IllegalArgumentException(FORM); // without a cause: it would quote the key
        }
    }

    private static long differentBytes(byte[] key) {
        return new String(key, java.nio.charset.StandardCharsets.ISO_8859_1)
                .chars()
                .distinct()
                .count();
    }

    private static byte[] refuseTwice(byte[] one, byte[] other) {
        throw new IllegalArgumentException(FORM);
    }
}
