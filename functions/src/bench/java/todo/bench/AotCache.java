package todo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import todo.testing.LambdaJvm;
import todo.testing.RunningFunction;

/// Creates AOT caches, with which a JVM starts faster. They cover only classes from jars.
record AotCache(Path directory) {
    /// Returns the function with a cache from a training run that handled one event.
    LambdaJvm train(LambdaJvm function, String event) throws IOException {
        Files.createDirectories(directory);
        var cache = directory.resolve("function.aot").toAbsolutePath();
        Files.deleteIfExists(cache);
        var packaged = function.with(withJars(function.code()));
        try (var training = RunningFunction.start(packaged.with("-XX:AOTCacheOutput=" + cache))) {
            training.invoke(event);
        }
        return packaged.with("-XX:AOTCache=" + cache, "-XX:AOTMode=on"); // fails if the cache is invalid
    }

    private List<Path> withJars(List<Path> code) {
        var jars = new ArrayList<Path>();
        for (var path : code) {
            jars.add(Files.isDirectory(path) ? jar(path, jars.size()) : path);
        }
        return jars;
    }

    private Path jar(Path classes, int number) {
        var jar = directory.resolve(number + ".jar").toAbsolutePath();
        var tool = ToolProvider.findFirst("jar").orElseThrow();
        var status =
                tool.run(System.out, System.err, "--create", "--file", jar.toString(), "-C", classes.toString(), ".");
        if (status != 0) {
            throw new IllegalStateException("Failed to create a jar of " + classes);
        }
        return jar;
    }
}
