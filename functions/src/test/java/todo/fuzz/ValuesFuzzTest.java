package todo.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import todo.users.EmailSyntax;
import todo.values.Addresses;
import todo.values.Ids;
import todo.values.Timestamps;

/// Values that are texts in JSON, queries and headers.
final class ValuesFuzzTest {
    @FuzzTest
    void a_value_is_refused_or_reads_back_as_written(byte[] input) {
        var text = new String(input, UTF_8);

        Ids.parse(text).ifPresent(id -> assertThat(id.toString()).isEqualToIgnoringCase(text));
        Timestamps.parse(text)
                .ifPresent(moment ->
                        assertThat(Timestamps.parse(moment.toString())).hasValue(moment));
        var address = Addresses.canonical(text);
        assertThat(Addresses.canonical(address)).isEqualTo(address);
        assertThat(Addresses.network(address)).isNotEmpty();
        if (EmailSyntax.isAddress(text)) {
            assertThat(text).matches("[^@\\s\\p{Cntrl}<>,;\"]+@[^@\\s\\p{Cntrl}<>,;\"]+\\.[^@\\s]+");
        }
    }
}
