package todo.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The native library of AWS's runtime client, as a file of this process. The client itself would write it to a
/// fixed path, where JVMs that start at the same time overwrite each other's.
final class RuntimeClientLibrary {
    private static final String PROPERTY =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";
    private static final Path FILE = extract();

    private RuntimeClientLibrary() {}

    /// Returns the JVM option that makes the client load this file.
    static String option() {
        return "-D" + PROPERTY + "=" + FILE;
    }

    private static Path extract() {
        var machine = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
        var name = "/jni/libaws-lambda-jni.linux-" + machine + ".so";
        try (var library = RuntimeClientLibrary.class.getResourceAsStream(name)) {
            var file = Files.createTempFile("runtime-client", ".so");
            Files.write(file, library.readAllBytes());
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
