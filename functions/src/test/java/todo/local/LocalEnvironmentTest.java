package todo.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LocalEnvironmentTest {
    private final Path file;

    LocalEnvironmentTest(@TempDir Path folder) {
        this.file = folder.resolve(".env");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            KEY=value              | value
            KEY=a=b#c              | a=b#c
            ` KEY = a value `      | a value
            KEY="a value"          | a value
            KEY='a value'          | a value
            KEY="half              | "half
            """)
    void a_line_sets_a_variable(String line, String value) throws IOException {
        Files.writeString(file, "# a comment\n\n" + line + "\n  # another\n");

        assertThat(LocalEnvironment.read(file, Map.of())).containsExactly(Map.entry("KEY", value));
    }

    @Test
    void variables_of_the_process_override_the_file_and_blank_values_count_as_absent() throws IOException {
        Files.writeString(file, "ONE=file\nTWO=file\nTHREE=\nFOUR=file\n");

        assertThat(LocalEnvironment.read(file, Map.of("ONE", "process", "FOUR", " ")))
                .isEqualTo(Map.of("ONE", "process", "TWO", "file"));
    }

    @Test
    void the_file_is_optional() throws IOException {
        assertThat(LocalEnvironment.read(file, Map.of("ONE", "process"))).containsOnlyKeys("ONE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "export KEY=secret", "=secret", "2KEY=secret", "KE Y=secret"})
    void an_invalid_line_is_rejected_without_quoting_it(String line) throws IOException {
        Files.writeString(file, "KEY=value\n" + line + "\n");

        assertThatThrownBy(() -> LocalEnvironment.read(file, Map.of()))
                .isInstanceOf(CommandFailed.class)
                .hasMessageStartingWith(".env, line 2: ")
                .hasMessageNotContaining("secret");
    }
}
