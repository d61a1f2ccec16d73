package todo.secrets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import todo.json.Json;

/// Keys by key id. The first one signs or encrypts, all verify or decrypt, so what earlier keys have made stays
/// valid.
public final class KeySet {
    private static final int SHORTEST = 32;
    private static final int LEAST_DIFFERENT_BYTES = 16;
    private static final String FORM = "must be kid:base64url,kid:base64url,… with different kids";

    private final SequencedMap<String, byte[]> keys;

    private KeySet(SequencedMap<String, byte[]> keys) {
        this.keys = keys;
    }

    /// Parses `kid:base64url,…`, or a JSON object of the same pairs, which need no escaping.
    ///
    /// @throws IllegalArgumentException with a message that follows the setting's name and quotes no key
    public static KeySet parse(String text) {
        var stripped = text.strip();
        var entries = stripped.startsWith("{") ? object(stripped) : list(stripped);
        var keys = entries.collect(toMap(KeySet::kid, KeySet::key, KeySet::refuseDuplicate, LinkedHashMap::new));
        if (keys.isEmpty()) {
            throw new IllegalArgumentException(FORM);
        }
        return new KeySet(keys);
    }

    private static Stream<Map.Entry<String, String>> object(String json) {
        var members = Json.members(json).orElseThrow(() -> new IllegalArgumentException(FORM));
        return members.entrySet().stream()
                .map(member -> Map.entry(member.getKey(), member.getValue().toString()));
    }

    private static Stream<Map.Entry<String, String>> list(String text) {
        return Arrays.stream(text.split(",", -1)).map(KeySet::entry);
    }

    private static Map.Entry<String, String> entry(String text) {
        var parts = text.strip().split("\\s*:\\s*", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException(FORM);
        }
        return Map.entry(parts[0], parts[1]);
    }

    /// Returns the first key with its id.
    public Map.Entry<String, byte[]> current() {
        return keys.firstEntry();
    }

    Optional<byte[]> find(String kid) {
        return Optional.ofNullable(keys.get(kid));
    }

    private static String kid(Map.Entry<String, String> entry) {
        if (!entry.getKey().matches("[A-Za-z0-9._-]{1,64}")) {
            throw new IllegalArgumentException(FORM);
        }
        return entry.getKey();
    }

    private static byte[] key(Map.Entry<String, String> entry) {
        var key = decoded(entry.getValue());
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
        return new String(key, ISO_8859_1).chars().distinct().count();
    }

    private static byte[] refuseDuplicate(byte[] one, byte[] other) {
        throw new IllegalArgumentException(FORM);
    }
}
