package todo.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A Markdown document and its code blocks.
public record Markdown(String text) {
    static final Path README = Path.of("README.md");
    public static final Path GUIDE = Path.of("functions/src/docs/guide.md");

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\n(.*?)^```$");

    public static Markdown read(Path file) {
        try {
            return new Markdown(Files.readString(file));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    Markdown with(String old, String replacement) {
        return new Markdown(text.replace(old, replacement));
    }

    List<Block> blocks() {
        return BLOCK.matcher(text)
                .results()
                .map(block -> new Block(block.group(1), block.group(2)))
                .toList();
    }

    /// Returns all blocks of a language as one text.
    public String all(String language) {
        return blocks().stream()
                .filter(block -> block.language().equals(language))
                .map(Block::text)
                .collect(Collectors.joining("\n"));
    }

    record Block(String language, String text) {
        boolean isCurl() {
            return language.equals("sh") && text.contains("curl ");
        }
    }
}
