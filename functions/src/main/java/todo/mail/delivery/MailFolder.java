package todo.mail.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import todo.mail.delivery.Delivery.Accepted;

/// A folder on a developer's machine that keeps each message as a file, and prints it.
record MailFolder(Path folder) implements MailDestination {
    /// @throws IllegalArgumentException with a message that follows the setting's name and quotes nothing
    static MailFolder parse(String path) {
        try {
            return new MailFolder(Path.of(path));
        } catch (InvalidPathException _) { // quotes the path
            throw new IllegalArgumentException("must be file: and the path of a folder");
        }
    }

    @Override
    public Delivery deliver(Message message) {
        try {
            Files.createDirectories(folder);
            var file = folder.resolve(message.id() + ".eml");
            try (var content = Files.newOutputStream(file)) {
                SmtpMessage.write(message, content);
            }
            print("Mail to %s: %s (%s)%n%n%s"
                    .formatted(
                            message.recipient(),
                            message.text().subject(),
                            file,
                            message.text().plain()));
            return new Accepted();
        } catch (IOException failure) {
            throw new UncheckedIOException("A message can't be kept in " + folder, failure);
        }
    }

    @SuppressWarnings("SystemOut") // for the developer who started the server
    private static void print(String text) {
        System.out.println(text);
    }
}
