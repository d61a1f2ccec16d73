package todo.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/// An input of several texts, one per line, and the last of any number of lines. So a person can read and write
/// the files of the corpus. Missing texts are empty.
record Lines(List<String> texts) {
    /// Splits the input into at most `count` texts.
    static Lines of(byte[] input, int count) {
        return new Lines(List.of(new String(input, UTF_8).split("\n", count)));
    }

    String text(int index) {
        return index < texts.size() ? texts.get(index) : "";
    }
}
