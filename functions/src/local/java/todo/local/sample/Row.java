package todo.local.sample;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A row in the text format of COPY.
final class Row {
    private Row() {}

    static String of(@Nullable Object... values) {
        return Arrays.stream(values).map(Row::escaped).collect(joining("\t", "", "\n"));
    }

    private static String escaped(@Nullable Object value) {
        return value == null
                ? "\\N"
                : value.toString()
                        .replace("\\", "\\\\")
                        .replace("\t", "\\t")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r");
    }
}
