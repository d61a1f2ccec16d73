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
    void a_function_is_measured_with_and_without_an_aot_cache() throws IOException {
        var echo = LambdaJvm.of("todo.testing.RunningFunctionTest$Echo", Map.of())
                .with(List.of(Path.of("target/test-classes").toAbsolutePath()));

        var comparison = ColdStart.compare(echo, "{}", 1);

        assertThat(comparison.plain()).hasSize(1);
        assertThat(comparison.cached()).hasSize(1);
        assertThat(Path.of("target/cold-start/function.aot")).isNotEmptyFile();
    }

    @Test
    void the_median_of_an_even_count_is_the_mean_of_the_middle_two() {
        assertThat(ColdStartComparison.median(starts(400, 100, 200, 1000), StartTime::wall))
                .isEqualTo(300);
        assertThat(ColdStartComparison.median(starts(400, 100, 1000), StartTime::wall))
                .isEqualTo(400);
    }

    private static List<StartTime> starts(long... millis) {
        return LongStream.of(millis)
                .mapToObj(wall -> new StartTime(Duration.ofMillis(wall), Duration.ofMillis(2 * wall)))
                .toList();
    }
}
