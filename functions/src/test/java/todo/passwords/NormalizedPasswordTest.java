package todo.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NormalizedPasswordTest {
    @Test
    void a_password_is_the_same_however_its_accents_are_typed() {
        assertThat(PasswordRules.normalized("cafe\u0301")).isEqualTo("caf\u00e9");
    }

    @Test
    void the_longest_password_may_be_typed_in_four_times_as_many_characters() {
        var letter = "\u03b1\u0313\u0301\u0345";

        assertThat(PasswordRules.normalized(letter.repeat(128))).hasSize(128);
    }

    @Test
    void what_is_far_too_long_costs_no_normalisation() {
        var marks = "a" + "\u0315".repeat(16_000) + "\u0316".repeat(16_000);

        assertThat(PasswordRules.normalized(marks)).isSameAs(marks);
        assertThat(PasswordRules.weakness(marks, List.of())).hasValue("must have at most 128 characters");
    }
}
