package todo.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/// The passwords of a local database's two roles. They are stored in a pgpass file, which only its owner can
/// read: `PGPASSFILE=.todo/pgpass psql --host localhost --port … --username todo_app postgres`.
record DatabasePasswords(String owner, String app) {
    static final String OWNER = "postgres";
    static final String APP = "todo_app";

    static DatabasePasswords random() {
        return new DatabasePasswords(randomPassword(), randomPassword());
    }

    /// Reads the file. Creates it with random passwords if it does not exist.
    static DatabasePasswords in(Path file) throws IOException {
        if (!Files.exists(file)) {
            random().write(file);
        }
        var lines = Files.readAllLines(file);
        return new DatabasePasswords(find(lines, OWNER), find(lines, APP));
    }

    /// A temporary file is readable by its owner only from its creation on.
    private void write(Path file) throws IOException {
        var draft = Files.createTempFile(file.toAbsolutePath().getParent(), "pgpass", null);
        Files.write(draft, List.of("*:*:*:" + OWNER + ":" + owner, "*:*:*:" + APP + ":" + app));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String find(List<String> lines, String role) {
        var prefix = "*:*:*:" + role + ":";
        return lines.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .findFirst()
                .orElseThrow(
                        () -> new CommandFailed("The file pgpass in the data folder has no password of " + role + "."));
    }

    private static String randomPassword() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "DatabasePasswords";
    }
}
