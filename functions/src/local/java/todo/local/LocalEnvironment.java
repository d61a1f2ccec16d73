package todo.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads the environment variables of the process and of the file `.env`.
public final class LocalEnvironment {
    private static final Pattern LINE = Pattern.compile("\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*?)\\s*");
    private static final Pattern BLANK_OR_COMMENT = Pattern.compile("\\s*(#.*)?");

    private LocalEnvironment() {}

    public static Map<String, String> read() throws IOException {
        return read(Path.of(".env"), System.getenv());
    }

    /// Variables of the process override those of the file. Blank values count as absent, as in AWS.
    static Map<String, String> read(Path file, Map<String, String> process) throws IOException {
        var environment = new HashMap<String, String>();
        if (Files.exists(file)) {
            var lines = Files.readAllLines(file);
            for (var number = 1; number <= lines.size(); number++) {
                read(lines.get(number - 1), file.getFileName() + ", line " + number, environment);
            }
        }
        environment.putAll(process);
        environment.values().removeIf(String::isBlank);
        return environment;
    }

    private static void read(String line, String place, Map<String, String> environment) {
        if (BLANK_OR_COMMENT.matcher(line).matches()) {
            return;
        }
        var variable = LINE.matcher(line);
        if (!variable.matches()) {
            throw new CommandFailed(place + ": expected NAME=value or a comment after #."); // the line may be a secret
        }
        environment.put(variable.group(1), unquoted(variable.group(2)));
    }

    private static String unquoted(String value) {
        return value.replaceFirst("^(['\"])(.*)\\1$", "$2");
    }
}
