package todo.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/// The passwords of a local database's two roles. They are kept as `psql` reads them, in a file for its owner
/// alone: `PGPASSFILE=.todo/pgpass psql --host localhost --port … --username todo_app postgres`.
record DatabasePasswords(String owner, String app) {
    static final String OWNER = "postgres";
    static final String APP = "todo_app";

    static DatabasePasswords random() {
        return new DatabasePasswords(randomPassword(), randomPassword());
    }

    /// What the file says; it is made when first asked for.
    static DatabasePasswords in(Path file) throws IOException {
        if (!Files.exists(file)) {
            random().write(file);
        }
        var lines = Files.readAllLines(file);
        return new DatabasePasswords(find(lines, OWNER), find(lines, APP));
    }

    /// A temporary file has no readers but its owner from the start.
    private void write(Path file) throws IOException {
        var draft = Files.createTempFile(file.toAbsolutePath().getParent(), "pgpass", null);
        Files.write(draft, List.of("*:*:*:" + OWNER + ":" + owner, "*:*:*:" + APP + ":" + app));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String find(List<String> lines, String role) {
        var beginning = "*:*:*:" + role + ":";
        return lines.stream()
                .filter(line -> line.startsWith(beginning))
                .map(line -> line.substring(beginning.length()))
                .findFirst()
                .orElseThrow(() -> new CommandFailed("The data folder's pgpass has no password of " + role + "."));
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
