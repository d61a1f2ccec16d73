package todo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import todo.testing.LambdaJvm;

class ColdStartTest {
    @Test
    void a_function_is_measured_plain_and_with_a_cache_that_was_really_used() throws IOException {
        var echo = LambdaJvm.of("todo.testing.RunningFunctionTest$Echo", Map.of())
                .with(List.of(Path.of("target/test-classes").toAbsolutePath()));

        var comparison = ColdStart.compare(echo, "{}", 1);

        assertThat(comparison.plain()).hasSize(1);
        assertThat(comparison.cached()).hasSize(1);
        assertThat(Path.of("target/cold-start/function.aot")).isNotEmptyFile();
    }

    @Test
    void the_median_of_an_even_number_lies_between_the_middle_two() {
        assertThat(Comparison.median(starts(400, 100, 200, 1000), Start::wall)).isEqualTo(300);
        assertThat(Comparison.median(starts(400, 100, 1000), Start::wall)).isEqualTo(400);
    }

    private static List<Start> starts(long... millis) {
        return LongStream.of(millis)
                .mapToObj(wall -> new Start(Duration.ofMillis(wall), Duration.ofMillis(2 * wall)))
                .toList();
    }
}
