package todo.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NormalizedPasswordTest {
    @Test
    void combining_accents_are_composed() {
        assertThat(PasswordRules.normalized("cafe\u0301")).isEqualTo("caf\u00e9");
    }

    @Test
    void the_maximum_length_applies_after_normalization() {
        var letter = "\u03b1\u0313\u0301\u0345";

        assertThat(PasswordRules.normalized(letter.repeat(128))).hasSize(128);
    }

    @Test
    void a_far_too_long_password_is_not_normalized() {
        var marks = "a" + "\u0315".repeat(16_000) + "\u0316".repeat(16_000);

        assertThat(PasswordRules.normalized(marks)).isSameAs(marks);
        assertThat(PasswordRules.weakness(marks, List.of())).hasValue("must have at most 128 characters");
    }
}
