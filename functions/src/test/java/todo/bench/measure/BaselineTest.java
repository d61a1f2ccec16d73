package todo.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BaselineTest {
    @Test
    void a_written_baseline_is_read_back(@TempDir Path folder) throws IOException {
        var file = folder.resolve("new/writes.tsv");

        Baseline.write(file, List.of("WAL bytes", "buffers"), Map.of("create a task", List.of(931.2, 30.0)));

        assertThat(file).hasContent("\tWAL bytes\tbuffers\ncreate a task\t931.2\t30");
        assertThat(Baseline.read(file).figure("create a task", "WAL bytes")).isEqualTo(931.2);
        assertThat(Baseline.read(file).figure("create a task", "buffers")).isEqualTo(30);
    }

    @Test
    void a_new_row_or_column_has_no_baseline(@TempDir Path folder) throws IOException {
        var file = folder.resolve("writes.tsv");
        Files.writeString(file, "\tWAL bytes\ncreate a task\t931.2\n");

        assertThat(Baseline.read(file).figure("delete a task", "WAL bytes")).isNull();
        assertThat(Baseline.read(file).figure("create a task", "buffers")).isNull();
    }

    @Test
    void figures_are_rounded_to_significant_digits() {
        assertThat(Baseline.rounded(0.123456, 4)).isEqualTo(0.1235);
        assertThat(Baseline.text(Baseline.rounded(114_123, 4))).isEqualTo("114100");
    }
}
