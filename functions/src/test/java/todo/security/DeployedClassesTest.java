package todo.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The folder that the build puts into every function.
final class DeployedClassesTest {
    private static final Path CLASSES = Path.of("target/classes");

    @Test
    void they_contain_no_test_no_local_server_and_no_benchmark() throws IOException {
        try (var files = Files.walk(CLASSES)) {
            assertThat(files.map(file -> CLASSES.relativize(file).toString()))
                    .contains("todo/App.class")
                    .noneMatch(file -> file.startsWith("todo/local")
                            || file.startsWith("todo/testing")
                            || file.startsWith("todo/bench")
                            || file.endsWith("Test.class"));
        }
    }

    @Test
    void they_contain_no_secret_and_no_source_control_data() throws IOException {
        try (var files = Files.walk(CLASSES)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.matches("\\.git.*|\\.env.*|.*\\.(pem|key|p12|jks|pgpass)"));
        }
    }
}
