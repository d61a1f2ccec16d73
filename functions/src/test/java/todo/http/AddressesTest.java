package todo.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AddressesTest {
    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, ::ffff:203.0.113.7",
        "203.0.113.7, ::FFFF:cb00:7107",
        "2001:db8:1:2::1, 2001:db8:1:2:ffff:ffff:ffff:ffff",
        "2001:db8::1, 2001:0DB8:0:0:0:0:0:2"
    })
    void one_household_is_one_address(String one, String other) {
        assertThat(Addresses.canonical(one)).isEqualTo(Addresses.canonical(other));
    }

    @ParameterizedTest
    @CsvSource({"203.0.113.7, 203.0.113.8", "2001:db8:1:2::1, 2001:db8:1:3::1", "0.0.0.1, ::1"})
    void others_are_others(String one, String other) {
        assertThat(Addresses.canonical(one)).isNotEqualTo(Addresses.canonical(other));
    }
}
