package todo.guide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// The documented commands, executed in one shell in order.
record ShellSession(Path folder, List<String> steps) {
    /// Stores the last response of each step. A step fails if the previous response was an error.
    private static final String PRELUDE = """
            curl() {
              if [ -f head ] && grep '^HTTP/1.1 [45]' head; then exit 1; fi
              rm -f body
              command curl -sS -D head -o body "$@"
              if [ -f body ]; then cat body; fi
            }
            keep() {
              mv head "head.$1"
              if [ -f body ]; then mv body "body.$1"; else : >"body.$1"; fi
            }
            """;

    static boolean isInstalled(String program) {
        var isThere = List.of(System.getenv("PATH").split(":", -1)).stream()
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
        if (!isThere) {
            System.out.println("Skipped: examples need " + program + ", which is not installed");
        }
        return isThere;
    }

    void runAll() {
        var script = IntStream.range(0, steps.size())
                .mapToObj(step -> steps.get(step) + "keep " + step + "\n")
                .collect(joining("\n", PRELUDE, ""));
        run(List.of("sh", "-e", "script"), "script", script);
    }

    /// Writes the program text to a file, executes it and returns its output.
    String run(List<String> command, String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            var output = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.onExit().join().exitValue()).as(output).isZero();
            return output;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void assertAnswered(int step, ExpectedResponse expected) {
        assertThat(expected.missing(answer("head", step)))
                .as(answer("head", step))
                .isEmpty();
        assertThat(ExpectedResponse.compact(answer("body", step)))
                .as(steps.get(step))
                .matches(expected.bodyPattern());
    }

    private String answer(String part, int step) {
        try {
            return Files.readString(folder.resolve(part + "." + step));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
