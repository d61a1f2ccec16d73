package todo.fuzz;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Fuzzes one target after the other, each for some seconds and in a JVM of its own, because Jazzer fuzzes one
/// per JVM. Prints the runs and the result of each. See `functions/src/docs/fuzzing.md`.
@SuppressWarnings("SystemOut")
public final class FuzzAll {
    private static final Path CLASSES = Path.of("target/test-classes");
    private static final Path RESULTS = Path.of("target/fuzz");
    private static final Pattern DONE = Pattern.compile("Done (\\d+) runs in (\\d+) second");
    private static final Pattern CRASH = Pattern.compile("Test unit written to (\\S+)");
    private static final String INSTRUMENTED =
            "todo.**:com.fasterxml.jackson.core.**:org.eclipse.jetty.http.**:org.yaml.snakeyaml.**";

    /// These report each connection to the database, each file of an operator, and each pattern in a template.
    private static final String NEEDLESS = Stream.of("ServerSideRequestForgery", "FilePathTraversal", "RegexInjection")
            .map("com.code_intelligence.jazzer.sanitizers."::concat)
            .collect(joining(":"));

    private FuzzAll() {}

    /// Fuzzes the targets, and ends with the number of those with a finding as status.
    ///
    /// @param arguments seconds for each target, and a regular expression for the names of the targets
    public static void main(String... arguments) throws IOException, InterruptedException {
        if (!hasDriver()) {
            System.out.println("Skipped: Jazzer has no driver for this operating system and processor.");
            return;
        }
        Files.createDirectories(RESULTS);
        var failed = 0;
        for (var target : targets(Pattern.compile(arguments[1]))) {
            failed += fuzz(target, arguments[0]) == 0 ? 0 : 1;
        }
        System.exit(failed);
    }

    private static int fuzz(String target, String seconds) throws IOException, InterruptedException {
        var name = target.replaceFirst(".*\\.", "");
        var log = RESULTS.resolve(name + ".log");
        var command = List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+EnableDynamicAgentLoading",
                "-Djdk.attach.allowAttachSelf=true",
                "-Djazzer.internal.basedir=" + RESULTS,
                "-Xshare:off",
                "-Xmx1g",
                "-classpath",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target,
                "--hooks=true",
                "--instrumentation_includes=" + INSTRUMENTED,
                "--disabled_hooks=" + NEEDLESS,
                "-max_total_time=" + seconds,
                "-artifact_prefix=" + RESULTS + "/" + name + "-");
        var status = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        System.out.println("%-24s %s".formatted(name, result(status, Files.readString(log), log)));
        return status;
    }

    private static String result(int status, String output, Path log) {
        var done = DONE.matcher(output);
        var runs = done.find() ? "%9s runs in %4s s: ".formatted(done.group(1), done.group(2)) : "";
        var crash = CRASH.matcher(output);
        if (status == 0 && !runs.isEmpty()) {
            return runs + "nothing found";
        }
        return runs + (crash.find() ? "FOUND " + crash.group(1) : "FAILED with status " + status) + ", see " + log;
    }

    private static List<String> targets(Pattern wanted) throws IOException {
        try (var files = Files.walk(CLASSES.resolve("todo/fuzz"))) {
            return files.map(file -> CLASSES.relativize(file).toString())
                    .filter(file -> file.endsWith("FuzzTest.class"))
                    .map(file -> file.replace(".class", "").replace('/', '.'))
                    .filter(wanted.asPredicate())
                    .sorted()
                    .toList();
        }
    }

    private static boolean hasDriver() {
        var system = System.getProperty("os.name").replaceFirst(" .*", "").toLowerCase(Locale.ROOT);
        var processor = System.getProperty("os.arch").replace("amd64", "x86_64");
        var folder = "/com/code_intelligence/jazzer/driver/jazzer_driver_%s_%s/"
                .formatted(system.equals("mac") ? "macos" : system, processor);
        return Stream.of("libjazzer_driver.so", "libjazzer_driver.dylib", "jazzer_driver.dll")
                .anyMatch(library -> FuzzAll.class.getResource(folder + library) != null);
    }
}
