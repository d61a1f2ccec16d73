package todo.security;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The cryptographic algorithms of the code.
final class AlgorithmsTest {
    /// Their names in the APIs of the JDK and in tokens.
    private static final Pattern NAME = Pattern.compile("\"((?:AES/|SHA|Hmac|HKDF|PBKDF|HS\\d|RS\\d|ES\\d|PS\\d|EdDSA"
            + "|Ed\\d|NONE|MD|DES|RC|ARC|Blowfish|ChaCha|RSA/)[\\w/-]*)\"");

    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]*`) \\|");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    @Test
    void the_page_lists_exactly_the_algorithms_that_the_code_names() throws IOException {
        assertThat(listed()).isNotEmpty().containsExactlyInAnyOrderElementsOf(used());
    }

    private static Set<String> listed() throws IOException {
        var section = Files.readString(Path.of("functions/SECURITY.md"))
                .replaceFirst("(?s).*\n### Algorithms\n", "")
                .replaceFirst("(?s)\n### .*", "");
        return ROW.matcher(section)
                .results()
                .flatMap(row -> CODE.matcher(row.group(1)).results())
                .map(name -> name.group(1))
                .collect(toSet());
    }

    private static Set<String> used() throws IOException {
        try (var files = Files.walk(Path.of("functions/src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(AlgorithmsTest::text)
                    .flatMap(AlgorithmsTest::names)
                    .collect(toSet());
        }
    }

    private static Stream<String> names(String code) {
        var named = NAME.matcher(code).results().map(name -> name.group(1));
        var bcrypt = code.contains("BcryptFunction") ? Stream.of("bcrypt") : Stream.<String>of();
        var md5 = code.matches("(?s).*(\\bmd5\\(|nameUUIDFromBytes).*") ? Stream.of("MD5") : Stream.<String>of();
        return Stream.of(named, bcrypt, md5).flatMap(all -> all);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
