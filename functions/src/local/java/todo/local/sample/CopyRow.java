package todo.local.sample;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Formats rows in the text format of `COPY`.
final class CopyRow {
    private CopyRow() {}

    static String of(@Nullable Object... values) {
        return Arrays.stream(values).map(CopyRow::escaped).collect(joining("\t", "", "\n"));
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
