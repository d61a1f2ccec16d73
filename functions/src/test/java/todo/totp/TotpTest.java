package todo.totp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "0, 755224",
        "1, 287082",
        "2, 359152",
        "3, 969429",
        "4, 338314",
        "5, 254676",
        "6, 287922",
        "7, 162583",
        "8, 399871",
        "9, 520489"
    })
    void codes_are_those_of_rfc_4226_appendix_d(long counter, String code) {
        assertThat(Totp.code(SECRET, counter)).isEqualTo(code);
    }

    /// The RFC's codes have eight digits. Six are the last six of them.
    @ParameterizedTest
    @CsvSource({
        "59, 94287082, 1",
        "1111111109, 07081804, 37037036",
        "1111111111, 14050471, 37037037",
        "1234567890, 89005924, 41152263",
        "2000000000, 69279037, 66666666",
        "20000000000, 65353130, 666666666"
    })
    void codes_and_steps_are_those_of_rfc_6238_appendix_b(long second, String code, long step) {
        assertThat(Totp.match(SECRET, code.substring(2), Instant.ofEpochSecond(second), 0))
                .hasValue(step);
    }

    /// The code of step 5 is valid from the first second of step 4 to the last one of step 6.
    @ParameterizedTest
    @CsvSource({"119, false", "120, true", "149, true", "150, true", "209, true", "210, false"})
    void a_code_is_valid_one_step_early_and_one_step_late(long second, boolean valid) {
        var step = Totp.match(SECRET, "254676", Instant.ofEpochSecond(second), 0);

        assertThat(step.isPresent()).isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource({"3, true", "4, true", "5, false", "6, false"})
    void a_code_of_a_used_step_or_of_one_before_it_is_wrong(long lastStep, boolean valid) {
        var step = Totp.match(SECRET, "254676", Instant.ofEpochSecond(155), lastStep);

        assertThat(step.isPresent()).isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource({"254677", "25467", "2546760", "''"})
    void any_other_text_is_wrong(String code) {
        assertThat(Totp.match(SECRET, code, Instant.ofEpochSecond(155), 0)).isEmpty();
    }

    /// The test vectors of RFC 4648, section 10, and one text with all 32 letters.
    @ParameterizedTest
    @CsvSource({
        "666f6f6261, MZXW6YTB",
        "0000000000, AAAAAAAA",
        "ffffffffff, 77777777",
        "00443214c74254b635cf84653a56d7c675be77df, ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
    })
    void base32_is_that_of_rfc_4648(String hex, String base32) {
        assertThat(Base32.encoded(HexFormat.of().parseHex(hex))).isEqualTo(base32);
    }
}
