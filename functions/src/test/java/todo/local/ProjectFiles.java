package todo.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The files of this project that commands read from their working directory.
public final class ProjectFiles {
    private ProjectFiles() {}

    /// Links the migrations and the template into the working directory of a command.
    public static void linkInto(Path folder) throws IOException {
        for (var name : new String[] {"migrations", "template.yaml"}) {
            Files.createSymbolicLink(folder.resolve(name), Path.of(name).toAbsolutePath());
        }
    }
}
