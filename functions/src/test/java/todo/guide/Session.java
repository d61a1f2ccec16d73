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

/// What someone types who follows a document, in one shell from the first example to the last.
record Session(Path folder, List<String> steps) {
    /// Keeps the last answer of each step, beside what curl does by itself; those before must be successes.
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

    static boolean canUse(String program) {
        var isThere = List.of(System.getenv("PATH").split(":", -1)).stream()
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
        if (!isThere) {
            System.out.println("Skipped: examples need " + program + ", which is not installed");
        }
        return isThere;
    }

    void play() {
        var script = IntStream.range(0, steps.size())
                .mapToObj(step -> steps.get(step) + "keep " + step + "\n")
                .collect(joining("\n", PRELUDE, ""));
        run(List.of("sh", "-e", "script"), "script", script);
    }

    /// Runs a program on a text of its own, and returns what it says.
    String run(List<String> command, String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            var said = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.onExit().join().exitValue()).as(said).isZero();
            return said;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void showed(int step, Shown shown) {
        assertThat(shown.missing(answer("head", step))).as(answer("head", step)).isEmpty();
        assertThat(Shown.compact(answer("body", step))).as(steps.get(step)).matches(shown.expected());
    }

    private String answer(String part, int step) {
        try {
            return Files.readString(folder.resolve(part + "." + step));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
