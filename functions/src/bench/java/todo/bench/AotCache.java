package todo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import todo.testing.LambdaJvm;
import todo.testing.RunningFunction;

/// What a JVM writes down in one run to start faster in the next. It keeps track of classes from jars alone.
record AotCache(Path directory) {
    /// The function with a cache made by a run that answered one event.
    LambdaJvm train(LambdaJvm function, String event) throws IOException {
        Files.createDirectories(directory);
        var cache = directory.resolve("function.aot").toAbsolutePath();
        Files.deleteIfExists(cache);
        var jarred = function.with(jarred(function.code()));
        try (var training = RunningFunction.start(jarred.with("-XX:AOTCacheOutput=" + cache))) {
            training.invoke(event);
        }
        return jarred.with("-XX:AOTCache=" + cache, "-XX:AOTMode=on"); // fails where the cache doesn't fit
    }

    private List<Path> jarred(List<Path> code) {
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
            throw new IllegalStateException("No jar of " + classes);
        }
        return jar;
    }
}
