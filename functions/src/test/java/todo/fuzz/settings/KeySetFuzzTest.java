package todo.fuzz.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Base64;
import java.util.Set;
import todo.secrets.KeySet;

/// `TOKEN_KEYS` and `TOTP_KEYS`.
final class KeySetFuzzTest {
    private static final Set<String> REFUSALS = Set.of(
            "must be kid:base64url,kid:base64url,… with different kids",
            "must have keys of at least 32 bytes",
            "must have random keys: one of these is too regular");

    @FuzzTest
    void keys_are_refused_without_quoting_them_or_read_back_as_written(byte[] input) {
        try {
            var first = KeySet.parse(new String(input, UTF_8)).current();

            assertThat(first.getValue()).hasSizeGreaterThanOrEqualTo(32);
            var written = first.getKey() + ":" + Base64.getUrlEncoder().encodeToString(first.getValue());
            var again = KeySet.parse(written).current();
            assertThat(again.getKey()).isEqualTo(first.getKey());
            assertThat(again.getValue()).isEqualTo(first.getValue());
        } catch (IllegalArgumentException refusal) {
            assertThat(refusal).hasNoCause().message().isIn(REFUSALS);
        }
    }
}
